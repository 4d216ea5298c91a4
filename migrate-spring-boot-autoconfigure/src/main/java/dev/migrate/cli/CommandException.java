package dev.migrate.cli;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.MigrateException;

/**
 * Thrown when a command cannot be carried out for a reason that lies in the command line
 * itself or in what surrounds it.
 */
final class CommandException extends MigrateException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Kind kind;

	CommandException(Kind kind, String problem, String remedy) {
		this(kind, problem, remedy, null);
	}

	CommandException(Kind kind, String problem, String remedy, @Nullable Throwable cause) {
		super(problem, remedy, cause);
		this.kind = kind;
	}

	Kind getKind() {
		return this.kind;
	}

	enum Kind {

		/** There are revisions where there may be none. */
		REVISIONS_EXIST,

		/** There is no editor, or it failed. */
		EDITOR

	}

}
