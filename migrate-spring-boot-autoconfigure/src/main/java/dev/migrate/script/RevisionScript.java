package dev.migrate.script;

import dev.migrate.revision.Revision;

/**
 * The file that a revision is written in.
 */
public sealed interface RevisionScript permits SqlRevisionScript, JavaRevisionScript {

	/**
	 * The revision's identifiers.
	 * @return the revision
	 */
	Revision revision();

}
