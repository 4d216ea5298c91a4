package dev.migrate.dialect;

import java.util.List;

import dev.migrate.schema.QualifiedName;

/**
 * Tells how a table of the database is defined, for a product that changes a table by
 * making it anew.
 */
@FunctionalInterface
public interface TableSource {

	/**
	 * Where there is no database to ask.
	 */
	TableSource OFFLINE = (table) -> {
		throw new UnsupportedOperationException(
				("it depends on how table '%s' is defined, and a script is written without a database: "
						+ "run it on the database, or write an SQL revision with a section for the product")
					.formatted(table));
	};

	/**
	 * The definitions that the product keeps of a table and of what goes with it.
	 * @param table the table
	 * @return the statements that made the table, its indexes and its triggers, in that
	 * order
	 * @throws IllegalArgumentException if there is no such table
	 * @throws UnsupportedOperationException if there is no database to ask
	 */
	List<String> definitions(QualifiedName table);

}
