package dev.migrate.runtime;

/**
 * How a half-done revision is settled.
 */
public enum Resolution {

	/** What it lacks was done by hand: it is recorded as if it had come to its end. */
	DONE,

	/**
	 * It is gone on with now, and the statement in doubt is executed, which it was not.
	 */
	RETRY,

	/** What it has executed is taken back, by the reverses of its operations. */
	UNDO,

	/** What it has executed was taken back by hand: it is as if it had never begun. */
	UNDONE

}
