package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Schema;

/**
 * Reads a schema from the product's catalog, by a constant number of queries whatever the
 * number of tables.
 */
@FunctionalInterface
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

}
