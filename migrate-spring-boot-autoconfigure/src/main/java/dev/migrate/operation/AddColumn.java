package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Adds a column to a table.
 *
 * @param table the table
 * @param column the column
 * @param ifNotExists whether a column of that name is left as it is
 */
public record AddColumn(QualifiedName table, Column column, boolean ifNotExists) implements TableChange {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropColumn(this.table, this.column.name(), this.ifNotExists, this.column));
	}

	@Override
	public String describe() {
		return "add column %s.%s".formatted(this.table, this.column.name());
	}

}
