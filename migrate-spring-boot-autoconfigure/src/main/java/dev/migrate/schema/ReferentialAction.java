package dev.migrate.schema;

/**
 * What becomes of the rows that reference a row which is deleted or whose key changes.
 */
public enum ReferentialAction {

	/** The change is refused at the end of the statement or transaction. */
	NO_ACTION("NO ACTION"),

	/** The change is refused at once. */
	RESTRICT("RESTRICT"),

	/** The referencing rows follow. */
	CASCADE("CASCADE"),

	/** The referencing columns become {@code NULL}. */
	SET_NULL("SET NULL"),

	/** The referencing columns take their default. */
	SET_DEFAULT("SET DEFAULT");

	private final String sql;

	ReferentialAction(String sql) {
		this.sql = sql;
	}

	/**
	 * The action in SQL.
	 * @return the key words
	 */
	public String sql() {
		return this.sql;
	}

}
