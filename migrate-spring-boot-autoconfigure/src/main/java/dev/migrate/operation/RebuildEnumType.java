package dev.migrate.operation;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Cast;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;

/**
 * Makes an enumerated type anew with other values, and moves the columns of that type to
 * it. It fails if a row holds a value that the new type lacks.
 *
 * @param type the type as it shall be
 * @param uses the columns of that type
 * @param casts the casts from and to that type: all of them
 * @param was the type as it was, or {@code null} if that is not known
 */
public record RebuildEnumType(EnumType type, List<Use> uses, List<Cast> casts,
		@Nullable EnumType was) implements Operation {

	/**
	 * Create an operation.
	 */
	public RebuildEnumType {
		uses = List.copyOf(uses);
		casts = List.copyOf(casts);
	}

	/**
	 * Create an operation on a type without casts.
	 * @param type the type as it shall be
	 * @param uses the columns of that type
	 * @param was the type as it was, or {@code null} if that is not known
	 */
	public RebuildEnumType(EnumType type, List<Use> uses, @Nullable EnumType was) {
		this(type, uses, List.of(), was);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was)
			.map((before) -> new RebuildEnumType(before, this.uses, this.casts, this.type));
	}

	@Override
	public String describe() {
		return "make type %s anew".formatted(this.type.name());
	}

	/**
	 * A column of the type.
	 *
	 * @param table the table
	 * @param column the column
	 * @param defaultExpression its default, which is put back, or {@code null}
	 */
	public record Use(QualifiedName table, String column, @Nullable String defaultExpression) {

	}

}
