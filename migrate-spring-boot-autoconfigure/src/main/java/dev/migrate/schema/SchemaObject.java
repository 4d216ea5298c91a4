package dev.migrate.schema;

import java.util.function.UnaryOperator;

/**
 * What a schema holds: a table, a sequence, a type. Objects of one class have different
 * names.
 */
public interface SchemaObject {

	/**
	 * Its name.
	 * @return the name
	 */
	QualifiedName name();

	/**
	 * The object with other names: its own, and those of the objects that it refers to.
	 * @param names gives the new name of an object
	 * @return the changed object
	 */
	SchemaObject renamed(UnaryOperator<QualifiedName> names);

}
