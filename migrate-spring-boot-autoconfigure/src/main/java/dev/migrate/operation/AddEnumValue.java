package dev.migrate.operation;

import java.util.Optional;

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
 * @param undo the type as it was, or {@code null} if that is not known
 */
public record AddEnumValue(QualifiedName type, String value, @Nullable String neighbour, boolean before,
		boolean ifNotExists, @Nullable RebuildEnumType undo) implements Operation {

	/**
	 * Create an operation that cannot be taken back.
	 * @param type the type
	 * @param value the new value
	 * @param neighbour the value that it is placed beside, or {@code null} for the end
	 * @param before whether it comes before the neighbour
	 * @param ifNotExists whether a value that exists is left as it is
	 */
	public AddEnumValue(QualifiedName type, String value, @Nullable String neighbour, boolean before,
			boolean ifNotExists) {
		this(type, value, neighbour, before, ifNotExists, null);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.undo);
	}

	@Override
	public String describe() {
		return "add value '%s' to type %s".formatted(this.value, this.type);
	}

}
