package dev.migrate.autoconfigure;

/**
 * What a start does about the revisions that the database lacks.
 */
public enum StartMode {

	/** It applies them. */
	UPGRADE,

	/** It fails. */
	VERIFY,

	/** It waits until another process has applied them. */
	WAIT

}
