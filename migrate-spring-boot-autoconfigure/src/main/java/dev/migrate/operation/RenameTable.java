package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.QualifiedName;

/**
 * Gives a table another name in the same schema.
 *
 * @param table the table's name
 * @param newName its new name
 */
public record RenameTable(QualifiedName table, String newName) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameTable(this.table.sibling(this.newName), this.table.name()));
	}

	@Override
	public String describe() {
		return "rename table %s to %s".formatted(this.table, this.newName);
	}

}
