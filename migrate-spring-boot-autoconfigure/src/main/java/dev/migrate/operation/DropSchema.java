package dev.migrate.operation;

import java.util.Optional;

/**
 * Drops a schema.
 *
 * @param name its name
 * @param ifExists whether it is no error if there is none
 * @param cascade whether what it holds is dropped too
 */
public record DropSchema(String name, boolean ifExists, boolean cascade) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return this.cascade ? Optional.empty() : Optional.of(new CreateSchema(this.name, this.ifExists));
	}

	@Override
	public String describe() {
		return "drop schema " + this.name;
	}

}
