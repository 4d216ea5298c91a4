package dev.migrate.script;

import dev.migrate.revision.Revision;

/**
 * A revision written in Java.
 *
 * @param revision the revision's identifiers
 * @param className the name of the class, which has not been loaded
 */
public record JavaRevisionScript(Revision revision, String className) implements RevisionScript {

}
