package dev.migrate.operation;

import java.util.Optional;

/**
 * Creates a schema.
 *
 * @param name its name
 * @param ifNotExists whether it is no error if there is one
 */
public record CreateSchema(String name, boolean ifNotExists) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropSchema(this.name, this.ifNotExists, false));
	}

	@Override
	public String describe() {
		return "create schema " + this.name;
	}

}
