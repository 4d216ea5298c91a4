package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.Cast;

/**
 * Creates a cast.
 *
 * @param cast what to create
 */
public record CreateCast(Cast cast) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropCast(this.cast.source(), this.cast.target(), false, this.cast));
	}

	@Override
	public String describe() {
		return "create cast of " + this.cast.name();
	}

}
