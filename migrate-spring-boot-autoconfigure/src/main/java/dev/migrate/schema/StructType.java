package dev.migrate.schema;

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
	 * A part of a value.
	 *
	 * @param name the name
	 * @param type the type
	 */
	public record Attribute(String name, ColumnType type) {

	}

}
