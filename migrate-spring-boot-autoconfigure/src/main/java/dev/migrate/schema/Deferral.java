package dev.migrate.schema;

/**
 * When a constraint is checked.
 */
public enum Deferral {

	/** After each statement, always. */
	NOT_DEFERRABLE(""),

	/** After each statement, unless a transaction asks otherwise. */
	INITIALLY_IMMEDIATE(" DEFERRABLE"),

	/** At the end of the transaction, unless it asks otherwise. */
	INITIALLY_DEFERRED(" DEFERRABLE INITIALLY DEFERRED");

	private final String sql;

	Deferral(String sql) {
		this.sql = sql;
	}

	/**
	 * The clause in SQL.
	 * @return a blank and the words, or an empty text
	 */
	public String sql() {
		return this.sql;
	}

}
