package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.QualifiedName;

/**
 * Renames a constraint.
 *
 * @param table the table
 * @param name its name
 * @param newName its new name
 */
public record RenameConstraint(QualifiedName table, String name, String newName) implements TableChange {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameConstraint(this.table, this.newName, this.name));
	}

	@Override
	public String describe() {
		return "rename constraint %s of %s to %s".formatted(this.name, this.table, this.newName);
	}

}
