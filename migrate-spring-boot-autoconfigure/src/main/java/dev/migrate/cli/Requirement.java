package dev.migrate.cli;

/**
 * How much of the application a command needs.
 */
public enum Requirement {

	/** Nothing: it tells of the command line itself. */
	NOTHING,

	/** The environment: what the configuration says, but no bean. */
	ENVIRONMENT,

	/** The application context. */
	CONTEXT

}
