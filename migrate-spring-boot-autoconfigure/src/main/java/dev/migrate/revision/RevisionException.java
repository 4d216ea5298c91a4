package dev.migrate.revision;

import java.io.Serial;

/**
 * Thrown when revisions do not form a graph, or when a symbol does not name what it
 * should in it.
 */
public class RevisionException extends MigrateException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Kind kind;

	RevisionException(Kind kind, String problem, String remedy) {
		super(problem, remedy);
		this.kind = kind;
	}

	/**
	 * The kind of error, for programs.
	 * @return the kind
	 */
	public Kind getKind() {
		return this.kind;
	}

	/**
	 * The kinds of errors.
	 */
	public enum Kind {

		/** An identifier or label that may not be one. */
		INVALID_IDENTIFIER,

		/** Two revisions with one id, or a label that is already taken. */
		DUPLICATE,

		/** A parent or dependency that does not exist. */
		UNKNOWN_PARENT,

		/** A revision that is its own ancestor. */
		CYCLE,

		/** A symbol that names no revision. */
		UNKNOWN_REVISION,

		/** A symbol that names several revisions. */
		AMBIGUOUS,

		/** The symbol {@code head} where there are several heads. */
		MULTIPLE_HEADS,

		/** Version rows of which one lies below another. */
		OVERLAP,

		/** A target that the applied revisions do not lead to. */
		INVALID_TARGET

	}

}
