package dev.migrate.script;

import java.util.Locale;

/**
 * The formats that revisions are written in.
 */
public enum RevisionFormat {

	/** A class that implements {@link dev.migrate.Migration}. */
	JAVA,

	/** A script with one section for each direction. */
	SQL;

	/**
	 * The ending of the format's files.
	 * @return the ending, with its dot
	 */
	public String extension() {
		return "." + name().toLowerCase(Locale.ROOT);
	}

}
