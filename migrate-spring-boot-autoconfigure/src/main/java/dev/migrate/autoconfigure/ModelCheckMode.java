package dev.migrate.autoconfigure;

/**
 * What becomes of a start after which entities and database differ.
 */
public enum ModelCheckMode {

	/** They are not compared. */
	OFF,

	/** A warning tells what they differ in. */
	WARN,

	/** The start fails. */
	FAIL

}
