package dev.migrate.runtime;

/**
 * How far a transaction reaches.
 */
public enum TransactionMode {

	/** Each revision has a transaction of its own. */
	PER_REVISION,

	/** One transaction holds all revisions of a run. */
	SINGLE

}
