package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param name the name, or {@code null} for the naming convention's or the product's
 * choice
 * @param columns the columns, in order
 * @param nullsNotDistinct whether two {@code NULL} are duplicates
 * @param include columns that its index carries
 * @param deferral when it is checked
 */
public record UniqueConstraint(@Nullable String name, List<String> columns, boolean nullsNotDistinct,
		List<String> include, Deferral deferral) implements Constraint {

	/**
	 * Create a unique constraint.
	 * @throws IllegalArgumentException if it names no column
	 */
	public UniqueConstraint {
		columns = Constraint.requireColumns(columns, "unique constraint");
		include = List.copyOf(include);
	}

	/**
	 * Create a plain unique constraint.
	 * @param name the name, or {@code null}
	 * @param columns the columns, in order
	 * @throws IllegalArgumentException if it names no column
	 */
	public UniqueConstraint(@Nullable String name, List<String> columns) {
		this(name, columns, false, List.of(), Deferral.NOT_DEFERRABLE);
	}

	/**
	 * A unique constraint without name.
	 * @param columns the columns
	 * @return the constraint
	 */
	public static UniqueConstraint unique(String... columns) {
		return new UniqueConstraint(null, List.of(columns));
	}

	@Override
	public UniqueConstraint named(@Nullable String name) {
		return new UniqueConstraint(name, this.columns, this.nullsNotDistinct, this.include, this.deferral);
	}

	/**
	 * Take two {@code NULL} for duplicates.
	 * @return the changed constraint
	 */
	public UniqueConstraint withNullsNotDistinct() {
		return new UniqueConstraint(this.name, this.columns, true, this.include, this.deferral);
	}

	/**
	 * Carry further columns in the index.
	 * @param columns the columns
	 * @return the changed constraint
	 */
	public UniqueConstraint include(String... columns) {
		return new UniqueConstraint(this.name, this.columns, this.nullsNotDistinct, List.of(columns), this.deferral);
	}

	/**
	 * Check it later.
	 * @param deferral when it is checked
	 * @return the changed constraint
	 */
	public UniqueConstraint deferral(Deferral deferral) {
		return new UniqueConstraint(this.name, this.columns, this.nullsNotDistinct, this.include, deferral);
	}

}
