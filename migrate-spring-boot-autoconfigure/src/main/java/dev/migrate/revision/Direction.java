package dev.migrate.revision;

import java.util.Locale;

/**
 * The ways in which the applied revisions of a database change.
 */
public enum Direction {

	/** A revision was applied. */
	UPGRADE,

	/** A revision was taken back. */
	DOWNGRADE,

	/** The version rows were set without executing anything. */
	STAMP;

	/**
	 * The direction as it is written in history and in JSON.
	 * @return the lower-case name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The direction with the given name.
	 * @param id the lower-case name
	 * @return the direction
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Direction of(String id) {
		return valueOf(id.toUpperCase(Locale.ROOT));
	}

}
