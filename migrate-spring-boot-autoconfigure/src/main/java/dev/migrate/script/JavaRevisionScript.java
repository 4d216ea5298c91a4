package dev.migrate.script;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * A revision written in Java.
 *
 * @param revision the revision's identifiers
 * @param className the name of the class, which has not been loaded
 * @param compiled whether there is a class, and not only a source
 * @param classLoader what has the class, or {@code null} if the application's class
 * loader has it
 */
public record JavaRevisionScript(Revision revision, String className, boolean compiled,
		@Nullable ClassLoader classLoader) implements RevisionScript {

	/**
	 * A revision on the application's class path.
	 * @param revision the revision's identifiers
	 * @param className the name of the class
	 */
	public JavaRevisionScript(Revision revision, String className) {
		this(revision, className, true, null);
	}

}
