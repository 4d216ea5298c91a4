package dev.migrate.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Data that a statement takes away.
 *
 * @param kind what of it
 * @param name the name of the table or schema, for people
 * @param table the table, as it is written in SQL
 * @param column the column, as it is written in SQL, or {@code null} for none
 */
record Loss(Kind kind, String name, String table, @Nullable String column) {

	/** More rows than this are not counted. */
	static final int MOST_ROWS = 1_000_000;

	/**
	 * Say what is lost.
	 * @param count how many rows or values, beyond {@link #MOST_ROWS} any number, or a
	 * negative number if they were not counted
	 * @return a phrase, as {@code table orders (12 rows)}
	 */
	String describe(long count) {
		String text = this.kind.text.formatted(this.name);
		if (this.kind == Kind.SCHEMA) {
			return text;
		}
		if (count < 0) {
			return text + " (not counted)";
		}
		String unit = (this.kind == Kind.COLUMN) ? "value" : "row";
		String number = (count > MOST_ROWS) ? "more than " + MOST_ROWS : String.valueOf(count);
		String most = (this.kind == Kind.SOME_ROWS && count <= MOST_ROWS) ? "at most " : "";
		return "%s (%s%s %s)".formatted(text, most, number, (count == 1) ? unit : unit + "s");
	}

	/**
	 * What is lost of what.
	 */
	enum Kind {

		TABLE("table %s"), COLUMN("column %s"), ROWS("all rows of %s"), SOME_ROWS("rows of %s"), SCHEMA("schema %s");

		private final String text;

		Kind(String text) {
			this.text = text;
		}

	}

}
