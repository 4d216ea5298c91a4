package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;

/**
 * Creates an index.
 *
 * @param table the table
 * @param index the index
 * @param ifNotExists whether an index of that name is left as it is
 * @param concurrently whether other sessions may write to the table meanwhile; such an
 * index cannot be created inside a transaction
 */
public record CreateIndex(QualifiedName table, Index index, boolean ifNotExists,
		boolean concurrently) implements TableChange {

	/**
	 * Create an operation that keeps other sessions from writing to the table.
	 * @param table the table
	 * @param index the index
	 * @param ifNotExists whether an index of that name is left as it is
	 */
	public CreateIndex(QualifiedName table, Index index, boolean ifNotExists) {
		this(table, index, ifNotExists, false);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropIndex(this.table.sibling(this.index.name()), this.ifNotExists, this.table,
				this.index, this.concurrently));
	}

	@Override
	public boolean needsAutocommit() {
		return this.concurrently;
	}

	@Override
	public String describe() {
		return "create index %s on %s".formatted(this.index.name(), this.table);
	}

}
