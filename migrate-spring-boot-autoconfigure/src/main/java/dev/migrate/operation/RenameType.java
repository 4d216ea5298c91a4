package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.QualifiedName;

/**
 * Renames a type with a name of its own.
 *
 * @param name its name
 * @param newName its new name, in the same schema
 */
public record RenameType(QualifiedName name, String newName) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameType(this.name.sibling(this.newName), this.name.name()));
	}

	@Override
	public String describe() {
		return "rename type %s to %s".formatted(this.name, this.newName);
	}

}
