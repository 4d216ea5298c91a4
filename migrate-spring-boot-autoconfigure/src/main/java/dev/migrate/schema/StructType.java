package dev.migrate.schema;

import java.util.function.UnaryOperator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A type with a name that consists of attributes.
 *
 * @param name the name
 * @param attributes the attributes, in order
 * @param comment the comment, or {@code null}
 */
public record StructType(QualifiedName name, List<Attribute> attributes,
		@Nullable String comment) implements SchemaObject {

	/**
	 * Create a type.
	 */
	public StructType {
		attributes = List.copyOf(attributes);
	}

	/**
	 * A type.
	 * @param name the name, perhaps as {@code schema.name}
	 * @param attributes the attributes, in order
	 * @return the type
	 */
	public static StructType structType(String name, Attribute... attributes) {
		return new StructType(QualifiedName.parse(name), List.of(attributes), null);
	}

	/**
	 * An attribute.
	 * @param name the name
	 * @param type the type
	 * @return the attribute
	 */
	public static Attribute attribute(String name, ColumnType type) {
		return new Attribute(name, type);
	}

	/**
	 * Have a comment.
	 * @param comment the comment
	 * @return the changed type
	 */
	public StructType comment(String comment) {
		return new StructType(this.name, this.attributes, comment);
	}

	/**
	 * A part of a value.
	 *
	 * @param name the name
	 * @param type the type
	 */
	public record Attribute(String name, ColumnType type) {

	}

	@Override
	public StructType renamed(UnaryOperator<QualifiedName> names) {
		return new StructType(names.apply(this.name),
				this.attributes.stream()
					.map((attribute) -> new Attribute(attribute.name(), attribute.type().renamed(names)))
					.toList(),
				this.comment);
	}

}
