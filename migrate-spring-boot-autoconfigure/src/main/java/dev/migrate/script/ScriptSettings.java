package dev.migrate.script;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How new revision files are written.
 *
 * @param fileTemplate the name of the file, with the tokens <code>{rev}</code>,
 * <code>{slug}</code> (the message, in snake case for SQL and in camel case for Java, at
 * most 40 characters), <code>{year}</code>, <code>{month}</code>, <code>{day}</code>,
 * <code>{hour}</code>, <code>{minute}</code>, <code>{second}</code> (of the create date,
 * in UTC) and <code>{epoch}</code> (in seconds); slashes give subfolders; in Java, a name
 * that does not begin with a letter of its own gets an {@code R} before it
 * @param template a text file to write in place of the built-in one, or {@code null}; if
 * its name ends in {@code .java} or {@code .sql}, it serves that format only. Its tokens
 * are described with {@link ScriptTemplate}
 * @param postWrite a command to execute on each new file, or {@code null}, see
 * {@link PostWriteHook}
 */
public record ScriptSettings(String fileTemplate, @Nullable Path template, @Nullable String postWrite) {

	/** The name of a file unless set otherwise. */
	public static final String DEFAULT_FILE_TEMPLATE = "{rev}_{slug}";

	/**
	 * The settings where nothing is set.
	 * @return the settings
	 */
	public static ScriptSettings defaults() {
		return new ScriptSettings(DEFAULT_FILE_TEMPLATE, null, null);
	}

}
