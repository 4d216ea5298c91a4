package dev.migrate.runtime;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;

/**
 * Statements as they stand in a script.
 */
final class SqlText {

	/** Ends a transaction in a script. */
	static final String COMMIT = "COMMIT";

	/** Begins a transaction in a script. */
	static final String BEGIN = "BEGIN";

	/** Takes a transaction of a script back. */
	static final String ROLLBACK = "ROLLBACK";

	private static final int LONGEST_IN_MESSAGE = 500;

	private SqlText() {
	}

	/**
	 * Write a statement without its terminator, the values of parameters in their places.
	 * @param dialect the product
	 * @param statement the statement
	 * @return the text
	 * @throws IllegalArgumentException if a value cannot be written
	 */
	static String of(Dialect dialect, SqlStatement statement) {
		String text = dialect.literals().inline(dialect.lexer(), statement);
		return (statement.copyData() != null) ? text + ";\n" + statement.copyData() + "\\." : text;
	}

	/**
	 * Write a statement with what ends it.
	 * @param text the statement as {@link #of} writes it
	 * @return the terminated statement
	 */
	static String terminated(String text) {
		return text.endsWith("\n\\.") ? text + "\n" : text + ";\n";
	}

	/**
	 * A statement in a message: on one line, and not without end.
	 * @param statement the statement
	 * @return its text, perhaps shortened
	 */
	static String shortened(SqlStatement statement) {
		return shortened(statement.text(), LONGEST_IN_MESSAGE);
	}

	/**
	 * A text on one line, and not without end.
	 * @param text the text
	 * @param longest the largest number of its characters
	 * @return the text, perhaps shortened
	 */
	static String shortened(String text, int longest) {
		String line = text.replaceAll("\\s+", " ");
		return (line.length() <= longest) ? line : line.substring(0, longest) + " …";
	}

}
