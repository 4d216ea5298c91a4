package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.Table;

/**
 * Creates a table with its columns, constraints, indexes and comments.
 *
 * @param table the table
 * @param ifNotExists whether a table of that name is left as it is
 */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {

	/**
	 * Create the operation.
	 * @throws IllegalArgumentException if the table has no column
	 */
	public CreateTable {
		if (table.columns().isEmpty()) {
			throw new IllegalArgumentException("Table '%s' has no column".formatted(table.name()));
		}
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropTable(this.table.name(), this.ifNotExists, false, this.table));
	}

	@Override
	public String describe() {
		return "create table " + this.table.name();
	}

}
