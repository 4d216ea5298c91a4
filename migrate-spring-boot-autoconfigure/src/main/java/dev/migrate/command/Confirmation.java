package dev.migrate.command;

import org.jspecify.annotations.Nullable;

/**
 * Says that somebody means to lose data of a protected database: by its name.
 */
@FunctionalInterface
public interface Confirmation {

	/** Nobody does. */
	Confirmation NONE = (action) -> null;

	/**
	 * Give the name of the database.
	 * @param action what is to happen
	 * @return the name that was given, or {@code null} if nobody can be asked
	 */
	@Nullable String confirm(DestructiveAction action);

	/**
	 * A confirmation that was given beforehand.
	 * @param database the name of the database
	 * @return the confirmation, which serves for nothing else
	 */
	static Confirmation of(String database) {
		return (action) -> database;
	}

}
