package dev.migrate.schema;

import java.util.function.UnaryOperator;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A type with a name whose values are enumerated.
 *
 * @param name the name
 * @param values the values, in order
 * @param comment the comment, or {@code null}
 */
public record EnumType(QualifiedName name, List<String> values, @Nullable String comment) implements SchemaObject {

	/**
	 * Create a type.
	 * @throws IllegalArgumentException if a value is there twice
	 */
	public EnumType {
		values = List.copyOf(values);
		if (new HashSet<>(values).size() < values.size()) {
			throw new IllegalArgumentException("The type %s has a value twice: %s".formatted(name, values));
		}
	}

	/**
	 * A type.
	 * @param name the name, perhaps as {@code schema.name}
	 * @param values the values, in order
	 * @return the type
	 */
	public static EnumType enumType(String name, String... values) {
		return new EnumType(QualifiedName.parse(name), List.of(values), null);
	}

	/**
	 * Have a comment.
	 * @param comment the comment
	 * @return the changed type
	 */
	public EnumType comment(String comment) {
		return new EnumType(this.name, this.values, comment);
	}

	@Override
	public EnumType renamed(UnaryOperator<QualifiedName> names) {
		return new EnumType(names.apply(this.name), this.values, this.comment);
	}

}
