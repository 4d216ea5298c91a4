package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;

/**
 * Checks the present rows of a constraint that was made without looking at them. There is
 * no way back, nor a need for one.
 *
 * @param table the table
 * @param name the constraint's name
 */
public record ValidateConstraint(QualifiedName table, String name) implements TableChange {

	@Override
	public String describe() {
		return "validate constraint %s of %s".formatted(this.name, this.table);
	}

}
