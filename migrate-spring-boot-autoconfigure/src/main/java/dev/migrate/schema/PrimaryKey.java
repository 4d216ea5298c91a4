package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param name the name, or {@code null} for the naming convention's or the product's
 * choice
 * @param columns the columns, in order
 * @param include columns that its index carries
 * @param deferral when it is checked
 */
public record PrimaryKey(@Nullable String name, List<String> columns, List<String> include,
		Deferral deferral) implements Constraint {

	/**
	 * Create a primary key.
	 * @throws IllegalArgumentException if it names no column
	 */
	public PrimaryKey {
		columns = Constraint.requireColumns(columns, "primary key");
		include = List.copyOf(include);
	}

	/**
	 * Create a plain primary key.
	 * @param name the name, or {@code null}
	 * @param columns the columns, in order
	 * @throws IllegalArgumentException if it names no column
	 */
	public PrimaryKey(@Nullable String name, List<String> columns) {
		this(name, columns, List.of(), Deferral.NOT_DEFERRABLE);
	}

	/**
	 * A primary key without name.
	 * @param columns the columns
	 * @return the constraint
	 */
	public static PrimaryKey primaryKey(String... columns) {
		return new PrimaryKey(null, List.of(columns));
	}

	@Override
	public PrimaryKey named(@Nullable String name) {
		return new PrimaryKey(name, this.columns, this.include, this.deferral);
	}

	/**
	 * Carry further columns in the index.
	 * @param columns the columns
	 * @return the changed constraint
	 */
	public PrimaryKey include(String... columns) {
		return new PrimaryKey(this.name, this.columns, List.of(columns), this.deferral);
	}

	/**
	 * Check it later.
	 * @param deferral when it is checked
	 * @return the changed constraint
	 */
	public PrimaryKey deferral(Deferral deferral) {
		return new PrimaryKey(this.name, this.columns, this.include, deferral);
	}

}
