package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.QualifiedName;

/**
 * Renames an index.
 *
 * @param name its name
 * @param newName its new name, in the same schema
 */
public record RenameIndex(QualifiedName name, String newName) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameIndex(this.name.sibling(this.newName), this.name.name()));
	}

	@Override
	public String describe() {
		return "rename index %s to %s".formatted(this.name, this.newName);
	}

}
