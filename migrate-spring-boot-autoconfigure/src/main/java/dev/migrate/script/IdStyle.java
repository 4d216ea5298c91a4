package dev.migrate.script;

/**
 * How the ids of new revisions look.
 */
public enum IdStyle {

	/** Twelve random hexadecimal digits, as Alembic's. */
	RANDOM,

	/** The moment in UTC, as {@code 20261120103000}. */
	TIMESTAMP,

	/** The next number, as {@code 002} after {@code 001}. */
	SEQUENCE

}
