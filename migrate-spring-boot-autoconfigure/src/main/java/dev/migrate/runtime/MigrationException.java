package dev.migrate.runtime;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.MigrateException;

/**
 * Thrown when a database cannot be migrated. No message shows the password of a URL.
 */
public class MigrationException extends MigrateException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Kind kind;

	/**
	 * Create an exception.
	 * @param kind the kind of failure
	 * @param problem what is wrong and where
	 * @param remedy what to do about it
	 */
	public MigrationException(Kind kind, String problem, String remedy) {
		this(kind, problem, remedy, null);
	}

	/**
	 * Create an exception with a cause.
	 * @param kind the kind of failure
	 * @param problem what is wrong and where
	 * @param remedy what to do about it
	 * @param cause the cause, or {@code null}
	 */
	public MigrationException(Kind kind, String problem, String remedy, @Nullable Throwable cause) {
		super(Secrets.hide(problem), Secrets.hide(remedy), cause);
		this.kind = kind;
	}

	/**
	 * The kind of failure, for programs.
	 * @return the kind
	 */
	public Kind getKind() {
		return this.kind;
	}

	/**
	 * The kinds of failures.
	 */
	public enum Kind {

		/** The database cannot be reached. */
		UNREACHABLE,

		/** The product is not supported, or cannot do what was asked for. */
		UNSUPPORTED,

		/** The database is at a revision that this build does not know. */
		UNKNOWN_REVISION,

		/** The file of an applied revision was changed. */
		CHANGED_CHECKSUM,

		/** Another migrator holds the lock for too long. */
		LOCKED,

		/** The version rows were changed by someone else in the middle of a step. */
		CONCURRENT_CHANGE,

		/** A revision is half done. */
		INCOMPLETE,

		/** No revision is half done. */
		NOT_INCOMPLETE,

		/** The database has ended the session. */
		SESSION_LOST,

		/** The connection does not lead to one and the same session. */
		SESSION_CHANGED,

		/** A revision could not be created. */
		INSTANTIATION,

		/** A step failed. */
		STEP_FAILED,

		/** No revision was found. */
		NO_REVISION,

		/** The database lacks revisions of this build, or has others. */
		NOT_UP_TO_DATE,

		/** The database has version rows where there may be none. */
		ALREADY_VERSIONED,

		/** There is nothing to compare the database with. */
		NO_MODEL,

		/** The database is protected, and what would lose data was not confirmed. */
		PROTECTED,

		/** The process is ending. */
		ENDED,

		/** The database is not as its model wants it. */
		MODEL_DIFFERS,

		/** A database operation outside of a step failed. */
		DATABASE

	}

}
