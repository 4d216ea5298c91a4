package dev.migrate.runtime;

import java.util.Collection;

import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;

/**
 * The guard against files that say something else than what was applied.
 */
final class ChangedFiles {

	private ChangedFiles() {
	}

	/**
	 * Refuse to go on from revisions whose files were changed. Only SQL revisions are
	 * looked at, whose checksums cost nothing.
	 * @param directory the revisions
	 * @param rows the revisions of this build that the version rows stand for
	 * @param position where the database stands
	 * @throws MigrationException if the file of an applied revision was changed
	 */
	static void refuse(ScriptDirectory directory, Collection<String> rows, Position position) {
		if (position.checksums().isEmpty()) {
			return;
		}
		for (String id : directory.graph().ancestors(rows)) {
			RevisionScript script = directory.script(id);
			String recorded = position.checksums().get(id);
			if (recorded != null && script instanceof SqlRevisionScript sql && !recorded.equals(sql.checksum())) {
				throw new MigrationException(Kind.CHANGED_CHECKSUM,
						"The file %s of revision %s was changed after the revision was applied"
							.formatted(sql.revision().source(), id),
						"restore the file and write a new revision, or look at the change and accept it by migrate "
								+ "repair " + id);
			}
		}
	}

}
