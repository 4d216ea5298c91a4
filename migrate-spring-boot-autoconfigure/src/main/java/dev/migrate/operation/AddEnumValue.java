package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;

/**
 * Adds a value to an enumerated type. The transaction that adds it cannot use it yet. The
 * way back is to make the type anew, see {@link RebuildEnumType}.
 *
 * @param type the type
 * @param value the value
 * @param neighbour the value that it stands beside, or {@code null} for the end
 * @param before whether it stands before its neighbour, else behind it
 * @param ifNotExists whether it is no error if the type has it
 */
public record AddEnumValue(QualifiedName type, String value, @Nullable String neighbour, boolean before,
		boolean ifNotExists) implements Operation {

	@Override
	public String describe() {
		return "add value '%s' to type %s".formatted(this.value, this.type);
	}

}
