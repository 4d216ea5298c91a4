package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name the name, or {@code null} for the naming convention's or the product's
 * choice
 * @param condition the condition in SQL
 * @param noInherit whether tables that inherit from this one are not bound by it
 * @param notValid whether present rows are not checked
 */
public record CheckConstraint(@Nullable String name, String condition, boolean noInherit,
		boolean notValid) implements Constraint {

	/**
	 * Create a check constraint.
	 * @throws IllegalArgumentException if the condition is empty
	 */
	public CheckConstraint {
		if (condition.isBlank()) {
			throw new IllegalArgumentException("The condition of a check constraint is empty");
		}
	}

	/**
	 * Create a plain check constraint.
	 * @param name the name, or {@code null}
	 * @param condition the condition in SQL
	 * @throws IllegalArgumentException if the condition is empty
	 */
	public CheckConstraint(@Nullable String name, String condition) {
		this(name, condition, false, false);
	}

	/**
	 * A check constraint without name.
	 * @param condition the condition in SQL
	 * @return the constraint
	 */
	public static CheckConstraint check(String condition) {
		return new CheckConstraint(null, condition);
	}

	@Override
	public CheckConstraint named(@Nullable String name) {
		return new CheckConstraint(name, this.condition, this.noInherit, this.notValid);
	}

	/**
	 * Do not bind tables that inherit.
	 * @return the changed constraint
	 */
	public CheckConstraint withoutInheritance() {
		return new CheckConstraint(this.name, this.condition, true, this.notValid);
	}

	/**
	 * Do not check present rows.
	 * @return the changed constraint
	 */
	public CheckConstraint asNotValid() {
		return new CheckConstraint(this.name, this.condition, this.noInherit, true);
	}

}
