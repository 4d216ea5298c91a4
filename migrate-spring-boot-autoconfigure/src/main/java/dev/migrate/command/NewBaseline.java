package dev.migrate.command;

import java.nio.file.Path;

import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.ScriptDirectory;

/**
 * A baseline that was written, and is yet to be stamped.
 *
 * @param id the id of the revision
 * @param file the file
 */
record NewBaseline(String id, Path file) {

	void requireFound(ScriptDirectory directory) {
		if (!directory.graph().contains(this.id)) {
			throw new MigrationException(Kind.UNSUPPORTED,
					"The baseline %s is written to %s, where this start does not look for revisions".formatted(this.id,
							this.file),
					"build the application, then run migrate stamp " + this.id);
		}
	}

}
