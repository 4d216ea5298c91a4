package dev.migrate.dialect.sqlite;

import java.util.Arrays;

/**
 * A token of a definition.
 *
 * @param text the token as it is written
 * @param word whether it is a keyword or an identifier without quotes
 * @param start the index of its first character
 * @param end the index behind its last character
 */
record SqlToken(String text, boolean word, int start, int end) {

	/**
	 * Whether this is one of some keywords, or a punctuation mark.
	 * @param expected what it may be
	 * @return whether it is
	 */
	boolean is(String... expected) {
		return Arrays.stream(expected).anyMatch(this.text::equalsIgnoreCase);
	}

	/**
	 * The name that this is, without quotes.
	 * @return the name
	 */
	String name() {
		char quote = this.text.charAt(0);
		String inner = (this.text.length() < 2) ? "" : this.text.substring(1, this.text.length() - 1);
		return switch (quote) {
			case '[' -> inner;
			case '"', '`', '\'' -> inner.replace(String.valueOf(quote).repeat(2), String.valueOf(quote));
			default -> this.text;
		};
	}

	/**
	 * Whether this can be the name of something, as SQLite takes a string for one too.
	 * @return whether it can
	 */
	boolean isName() {
		return this.word || "\"`['".indexOf(this.text.charAt(0)) >= 0;
	}

}
