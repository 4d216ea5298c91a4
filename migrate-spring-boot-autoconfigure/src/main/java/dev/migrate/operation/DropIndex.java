package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;

/**
 * Drops an index.
 *
 * @param index the index's name
 * @param ifExists whether it is no error if there is none
 * @param table the table it was on, or {@code null} if that is not known
 * @param was the index as it was, or {@code null} if that is not known
 */
public record DropIndex(QualifiedName index, boolean ifExists, @Nullable QualifiedName table,
		@Nullable Index was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return (this.table != null && this.was != null)
				? Optional.of(new CreateIndex(this.table, this.was, this.ifExists)) : Optional.empty();
	}

	@Override
	public String describe() {
		return "drop index " + this.index;
	}

}
