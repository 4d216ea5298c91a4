package dev.migrate.schema;

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

}
