package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.QualifiedName;

/**
 * Renames a value of an enumerated type.
 *
 * @param type the type
 * @param value the value
 * @param newValue what it is called from now on
 */
public record RenameEnumValue(QualifiedName type, String value, String newValue) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(new RenameEnumValue(this.type, this.newValue, this.value));
	}

	@Override
	public String describe() {
		return "rename value '%s' of type %s".formatted(this.value, this.type);
	}

}
