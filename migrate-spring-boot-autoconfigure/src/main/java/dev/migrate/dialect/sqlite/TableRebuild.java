package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrate.dialect.Identifiers;
import dev.migrate.schema.QualifiedName;

/**
 * A table that is made anew and filled from what it was, since SQLite cannot change it in
 * place. Any number of changes make one rebuild.
 *
 * @param before the table as it is
 * @param after the table as it will be
 * @param values what columns are filled with, by name in lower case, where that is not
 * the column of the same name
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">Making Other Kinds Of
 * Table Schema Changes</a>
 */
record TableRebuild(TableDefinition before, TableDefinition after, Map<String, String> values) {

	private static final String PREFIX = "_migrate_new_";

	private static final String IGNORE_WHAT_NAMES_THE_TABLE = "PRAGMA legacy_alter_table = ON";

	TableRebuild {
		values = Map.copyOf(values);
	}

	/**
	 * A rebuild that changes nothing yet.
	 * @param table the table as it is
	 * @return the rebuild
	 */
	static TableRebuild of(TableDefinition table) {
		return new TableRebuild(table, table, Map.of());
	}

	TableRebuild withTable(TableDefinition table) {
		return new TableRebuild(this.before, table, this.values);
	}

	TableRebuild withValue(String column, String expression) {
		Map<String, String> values = new HashMap<>(this.values);
		values.put(column.toLowerCase(Locale.ROOT), expression);
		return new TableRebuild(this.before, this.after, values);
	}

	/**
	 * The statements of the rebuild. Foreign keys must not be enforced while they run:
	 * dropping the old table would delete what references its rows.
	 * @param table the name of the table
	 * @param identifiers how names are written
	 * @param dependents the statements that make indexes and triggers again
	 * @return the statements, in order
	 */
	List<String> statements(QualifiedName table, Identifiers identifiers, List<String> dependents) {
		String old = identifiers.quote(table);
		String name = identifiers.quote(table.sibling(PREFIX + this.before.name()));
		List<String> statements = new ArrayList<>();
		statements.add(this.after.createTable(name));
		statements.add(copy(name, old));
		if (this.before.isAutoincrement() && this.after.isAutoincrement()) {
			statements.addAll(keepSequence(table));
		}
		statements.add("DROP TABLE " + old);
		// Else views and triggers that name the table would be errors now
		statements.add(IGNORE_WHAT_NAMES_THE_TABLE);
		statements.add("ALTER TABLE " + name + " RENAME TO " + identifiers.quote(this.before.name()));
		statements.add("PRAGMA legacy_alter_table = OFF");
		statements.addAll(dependents);
		return statements;
	}

	/**
	 * Whether statements are those of a rebuild.
	 * @param statements the statements of an operation
	 * @return whether they make a table anew
	 */
	static boolean isRebuild(List<String> statements) {
		return statements.contains(IGNORE_WHAT_NAMES_THE_TABLE);
	}

	private String copy(String to, String from) {
		List<String> columns = new ArrayList<>();
		List<String> expressions = new ArrayList<>();
		for (ColumnDefinition column : this.after.columns()) {
			String value = this.values.get(column.name().toLowerCase(Locale.ROOT));
			if (value == null && this.before.column(column.name()).isPresent()) {
				value = column.nameText();
			}
			if (value != null && !column.has(Clause.Kind.GENERATED)) {
				columns.add(column.nameText());
				expressions.add(value);
			}
		}
		return "INSERT INTO " + to + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", expressions)
				+ " FROM " + from;
	}

	/** The highest number ever given, even if its row is gone. */
	private List<String> keepSequence(QualifiedName table) {
		String sequence = ((table.schema() != null) ? table.schema() + "." : "") + "sqlite_sequence";
		String old = literal(this.before.name());
		String name = literal(PREFIX + this.before.name());
		return List.of("DELETE FROM " + sequence + " WHERE name = " + name, "INSERT INTO " + sequence
				+ " (name, seq) SELECT " + name + ", seq FROM " + sequence + " WHERE name = " + old);
	}

	private static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}
