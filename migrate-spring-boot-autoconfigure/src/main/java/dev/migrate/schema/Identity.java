package dev.migrate.schema;

/**
 * How the database generates the values of a column.
 */
public enum Identity {

	/** An inserted value is refused. */
	ALWAYS,

	/** An inserted value takes the place of the generated one. */
	BY_DEFAULT

}
