package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name the name, or {@code null}
 * @param columns its columns, at least one
 */
public record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

	/**
	 * Create a primary key.
	 * @throws IllegalArgumentException if there is no column
	 */
	public PrimaryKey {
		columns = Constraint.requireColumns(columns, "primary key");
	}

	/**
	 * A primary key that the database names.
	 * @param columns its columns
	 * @return the constraint
	 */
	public static PrimaryKey primaryKey(String... columns) {
		return new PrimaryKey(null, List.of(columns));
	}

	/**
	 * The same key with a name.
	 * @param name the name
	 * @return a changed copy
	 */
	public PrimaryKey named(String name) {
		return new PrimaryKey(name, this.columns);
	}

}
