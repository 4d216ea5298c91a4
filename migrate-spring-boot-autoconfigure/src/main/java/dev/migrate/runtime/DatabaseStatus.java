package dev.migrate.runtime;

/**
 * Where a database stands, in a word.
 */
public enum DatabaseStatus {

	/** All heads are applied. */
	UP_TO_DATE,

	/** There are revisions to apply. */
	PENDING,

	/** A newer build, which this one is part of, was here. */
	AHEAD,

	/** The database is at a revision that this build does not know. */
	UNKNOWN_REVISION,

	/** A revision was interrupted after statements that no rollback takes back. */
	INCOMPLETE,

	/** There is no version table yet. */
	UNVERSIONED,

	/** The database cannot be reached. */
	UNREACHABLE

}
