package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.Sequence;

/**
 * Creates a sequence.
 *
 * @param sequence what to create
 */
public record CreateSequence(Sequence sequence) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropSequence(this.sequence.name(), false, this.sequence));
	}

	@Override
	public String describe() {
		return "create sequence " + this.sequence.name();
	}

}
