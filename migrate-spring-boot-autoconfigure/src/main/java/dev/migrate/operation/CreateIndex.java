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
 */
public record CreateIndex(QualifiedName table, Index index, boolean ifNotExists) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional
			.of(new DropIndex(this.table.sibling(this.index.name()), this.ifNotExists, this.table, this.index));
	}

	@Override
	public String describe() {
		return "create index %s on %s".formatted(this.index.name(), this.table);
	}

}
