package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name the logical name
 * @param columns its columns, at least one
 * @param unique whether it refuses duplicates
 * @param where the condition of a partial index in SQL, or {@code null}
 */
public record Index(String name, List<String> columns, boolean unique, @Nullable String where) {

	/**
	 * Create an index.
	 * @throws IllegalArgumentException if there is no column
	 */
	public Index {
		columns = Constraint.requireColumns(columns, "index '" + name + "'");
	}

}
