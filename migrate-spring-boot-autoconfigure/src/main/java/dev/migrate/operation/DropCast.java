package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Cast;
import dev.migrate.schema.ColumnType;

/**
 * Drops a cast.
 *
 * @param source the type of the values
 * @param target the type that they are made to
 * @param ifExists whether it is no error if there is none
 * @param was the cast as it was, or {@code null} if that is not known
 */
public record DropCast(ColumnType source, ColumnType target, boolean ifExists,
		@Nullable Cast was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map(CreateCast::new);
	}

	@Override
	public String describe() {
		return "drop cast of " + Cast.cast(this.source, this.target).name();
	}

}
