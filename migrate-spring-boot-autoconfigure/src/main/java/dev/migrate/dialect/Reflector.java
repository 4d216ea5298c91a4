package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;

/**
 * Reads a schema from the product's catalog, by a constant number of queries whatever the
 * number of tables.
 */
public interface Reflector {

	/**
	 * Read a schema.
	 * @param connection the connection
	 * @param schema the logical name of the schema, or {@code null} for the one that the
	 * connection works in
	 * @return its tables, their names qualified if {@code schema} is given
	 * @throws SQLException if a query fails
	 */
	Schema reflect(Connection connection, @Nullable String schema) throws SQLException;

	/**
	 * Name what a schema holds beside what {@link #reflect} reads.
	 * @param connection the connection
	 * @param schema the logical name of the schema, or {@code null} for the one that the
	 * connection works in
	 * @return the objects by kind and name, as {@code trigger audit on users}, sorted
	 * @throws SQLException if a query fails
	 */
	List<String> others(Connection connection, @Nullable String schema) throws SQLException;

	/**
	 * Read how a table is defined, where the product keeps the statements.
	 * @param connection the connection
	 * @param table the table
	 * @return the statements that made the table, its indexes and its triggers, in that
	 * order; none if there is no such table or the product keeps no statements
	 * @throws SQLException if a query fails
	 */
	default List<String> definitions(Connection connection, QualifiedName table) throws SQLException {
		return List.of();
	}

}
