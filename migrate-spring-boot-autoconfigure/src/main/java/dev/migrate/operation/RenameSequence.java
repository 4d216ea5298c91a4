package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.QualifiedName;

/**
 * Renames a sequence.
 *
 * @param name its name
 * @param newName its new name, in the same schema
 */
public record RenameSequence(QualifiedName name, String newName) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameSequence(this.name.sibling(this.newName), this.name.name()));
	}

	@Override
	public String describe() {
		return "rename sequence %s to %s".formatted(this.name, this.newName);
	}

}
