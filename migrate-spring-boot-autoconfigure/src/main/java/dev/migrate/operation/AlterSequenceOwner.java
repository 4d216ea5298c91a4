package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Lets a sequence belong to a column, with which it goes when that is dropped, or to
 * none.
 *
 * @param sequence the sequence
 * @param owner the column, or {@code null} for none
 * @param was the column before, or {@code null} for none
 */
public record AlterSequenceOwner(QualifiedName sequence, @Nullable Owner owner,
		@Nullable Owner was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new AlterSequenceOwner(this.sequence, this.was, this.owner));
	}

	@Override
	public String describe() {
		return (this.owner != null)
				? "let sequence %s belong to %s.%s".formatted(this.sequence, this.owner.table(), this.owner.column())
				: "let sequence %s belong to no column".formatted(this.sequence);
	}

}
