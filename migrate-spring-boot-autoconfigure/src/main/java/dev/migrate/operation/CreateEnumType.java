package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.EnumType;

/**
 * Creates an enumerated type.
 *
 * @param enumType what to create
 */
public record CreateEnumType(EnumType enumType) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new DropEnumType(this.enumType.name(), false, this.enumType));
	}

	@Override
	public String describe() {
		return "create type " + this.enumType.name();
	}

}
