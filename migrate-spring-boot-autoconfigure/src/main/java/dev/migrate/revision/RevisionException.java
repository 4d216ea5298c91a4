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

		/**
		 * A text that is no symbol or range, or a symbol that is not taken where it
		 * stands.
		 */
		MALFORMED_SYMBOL,

		/** A symbol that names no revision. */
		UNKNOWN_REVISION,

		/** A revision that is not on the branch it is looked for. */
		NOT_IN_BRANCH,

		/** A partial id or label that names several revisions. */
		AMBIGUOUS,

		/** Steps that may be counted from, or lead to, several revisions. */
		AMBIGUOUS_WALK,

		/** Steps that lead past a base or head, or in the wrong direction. */
		OUT_OF_RANGE,

		/** The symbol {@code head} where there are several heads. */
		MULTIPLE_HEADS,

		/** Version rows or targets of which one lies below another. */
		OVERLAP,

		/** A target that the applied revisions do not lead to. */
		INVALID_TARGET,

		/** A range whose start is no ancestor of its end. */
		INVALID_RANGE,

		/** A new revision on one that is no head, without splicing. */
		NOT_A_HEAD,

		/** A merge of fewer than two different revisions. */
		NOTHING_TO_MERGE

	}

}
