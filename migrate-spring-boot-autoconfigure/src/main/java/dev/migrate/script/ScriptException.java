package dev.migrate.script;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.MigrateException;

/**
 * Thrown when a revision file cannot be read or is not what a revision file must be.
 */
public class ScriptException extends MigrateException {

	@Serial
	private static final long serialVersionUID = 1L;

	ScriptException(String problem, String remedy) {
		this(problem, remedy, null);
	}

	ScriptException(String problem, String remedy, @Nullable Throwable cause) {
		super(problem, remedy, cause);
	}

}
