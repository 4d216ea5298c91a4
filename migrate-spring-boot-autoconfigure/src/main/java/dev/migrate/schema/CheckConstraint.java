package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name the name, or {@code null}
 * @param condition the condition in SQL, without parentheses around it
 */
public record CheckConstraint(@Nullable String name, String condition) implements Constraint {

	/**
	 * Create a check constraint.
	 * @throws IllegalArgumentException if there is no condition
	 */
	public CheckConstraint {
		if (condition.isBlank()) {
			throw new IllegalArgumentException("The condition of a check constraint is empty");
		}
	}

	/**
	 * A check constraint that the database names.
	 * @param condition the condition in SQL
	 * @return the constraint
	 */
	public static CheckConstraint check(String condition) {
		return new CheckConstraint(null, condition);
	}

	/**
	 * The same constraint with a name.
	 * @param name the name
	 * @return a changed copy
	 */
	public CheckConstraint named(String name) {
		return new CheckConstraint(name, this.condition);
	}

}
