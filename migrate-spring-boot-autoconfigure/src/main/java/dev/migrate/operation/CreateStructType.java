package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.StructType;

/**
 * Creates a type of attributes.
 *
 * @param structType what to create
 */
public record CreateStructType(StructType structType) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropStructType(this.structType.name(), false, this.structType));
	}

	@Override
	public String describe() {
		return "create type " + this.structType.name();
	}

}
