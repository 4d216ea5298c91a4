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
 * @param concurrently whether running queries are waited for without keeping others out;
 * such an index cannot be dropped inside a transaction
 */
public record DropIndex(QualifiedName index, boolean ifExists, @Nullable QualifiedName table, @Nullable Index was,
		boolean concurrently) implements TableChange {

	/**
	 * Create an operation that keeps other sessions out.
	 * @param index the index's name
	 * @param ifExists whether it is no error if there is none
	 * @param table the table it was on, or {@code null} if that is not known
	 * @param was the index as it was, or {@code null} if that is not known
	 */
	public DropIndex(QualifiedName index, boolean ifExists, @Nullable QualifiedName table, @Nullable Index was) {
		this(index, ifExists, table, was, false);
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.table != null && this.was != null)
				? Optional.of(new CreateIndex(this.table, this.was, this.ifExists, this.concurrently))
				: Optional.empty();
	}

	@Override
	public boolean needsAutocommit() {
		return this.concurrently;
	}

	@Override
	public String describe() {
		return "drop index " + this.index;
	}

}
