package dev.migrate.cli;

/**
 * How much a command start tells beside its own output.
 */
public enum Verbosity {

	/** Errors only. */
	QUIET,

	/** What is done. */
	NORMAL,

	/** Everything, with stack traces. */
	VERBOSE

}
