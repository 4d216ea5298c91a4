package dev.migrate.autogenerate;

import java.io.Serial;

import dev.migrate.revision.MigrateException;

/**
 * Thrown when a new revision does not do what it was written for.
 */
public class TrialException extends MigrateException {

	@Serial
	private static final long serialVersionUID = 1L;

	TrialException(String problem) {
		super(problem, "correct it by hand, or write it with --no-verify");
	}

}
