package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param name the name, or {@code null}
 * @param columns its columns, at least one
 */
public record UniqueConstraint(@Nullable String name, List<String> columns) implements Constraint {

	/**
	 * Create a unique constraint.
	 * @throws IllegalArgumentException if there is no column
	 */
	public UniqueConstraint {
		columns = Constraint.requireColumns(columns, "unique constraint");
	}

	/**
	 * A unique constraint that the database names.
	 * @param columns its columns
	 * @return the constraint
	 */
	public static UniqueConstraint unique(String... columns) {
		return new UniqueConstraint(null, List.of(columns));
	}

	/**
	 * The same constraint with a name.
	 * @param name the name
	 * @return a changed copy
	 */
	public UniqueConstraint named(String name) {
		return new UniqueConstraint(name, this.columns);
	}

}
