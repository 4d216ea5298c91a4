package dev.migrate.command;

import dev.migrate.autogenerate.Changes;
import dev.migrate.script.NewScript;

/**
 * Tries a generated revision before its file appears.
 */
@FunctionalInterface
public interface RevisionVerifier {

	/**
	 * Try a revision.
	 * @param script the text of the file, and what it will be
	 * @param changes what the text was written from
	 * @throws dev.migrate.revision.MigrateException if it does not do what it shall: the
	 * text is kept under a name that is not looked for
	 */
	void verify(NewScript script, Changes changes);

}
