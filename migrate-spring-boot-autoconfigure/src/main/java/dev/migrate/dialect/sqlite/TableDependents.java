package dev.migrate.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrate.schema.Index;

/**
 * What goes with a table, as the statements that made it: indexes and triggers.
 *
 * @param statements the statements, in order
 * @param parser reads them
 */
record TableDependents(List<String> statements, DefinitionParser parser) {

	TableDependents {
		statements = List.copyOf(statements);
	}

	/**
	 * What goes with a table.
	 * @param definitions the statements that made the table and what goes with it
	 * @param parser reads them
	 * @return all but the first
	 */
	static TableDependents of(List<String> definitions, DefinitionParser parser) {
		return new TableDependents(definitions.subList(1, definitions.size()), parser);
	}

	/**
	 * Check that a column can be dropped.
	 * @param table the table
	 * @param column the column
	 * @throws IllegalArgumentException if a trigger uses it
	 */
	void requireNoTriggerOf(TableDefinition table, String column) {
		this.statements.stream()
			.filter((statement) -> isTrigger(statement) && this.parser.mentions(statement, column))
			.findFirst()
			.ifPresent((trigger) -> {
				throw new IllegalArgumentException(
						"A trigger of '%s' uses the column, drop it first: %s".formatted(table.name(), trigger));
			});
	}

	boolean hasIndexOf(TableDefinition table, String column) {
		return this.statements.stream().anyMatch((statement) -> isIndexOf(statement, table, column));
	}

	boolean hasIndex(String name) {
		return this.statements.stream().anyMatch((statement) -> isIndex(statement, name));
	}

	TableDependents with(List<String> more) {
		return new TableDependents(Stream.concat(this.statements.stream(), more.stream()).toList(), this.parser);
	}

	TableDependents withoutIndexesOf(TableDefinition table, String column) {
		return new TableDependents(
				this.statements.stream().filter((statement) -> !isIndexOf(statement, table, column)).toList(),
				this.parser);
	}

	TableDependents withoutIndex(String name) {
		return new TableDependents(this.statements.stream().filter((statement) -> !isIndex(statement, name)).toList(),
				this.parser);
	}

	private boolean isIndex(String statement, String name) {
		return !isTrigger(statement) && this.parser.index(statement).name().equalsIgnoreCase(name);
	}

	private static boolean isTrigger(String statement) {
		return statement.toUpperCase(Locale.ROOT).startsWith("CREATE TRIGGER");
	}

	private boolean isIndexOf(String statement, TableDefinition table, String column) {
		if (isTrigger(statement)) {
			return false;
		}
		Index index = this.parser.index(statement);
		String where = Objects.requireNonNullElse(index.where(), "");
		return this.parser.mentions(where, column) || index.columns()
			.stream()
			.anyMatch((item) -> table.column(item).isPresent() ? item.equalsIgnoreCase(column)
					: this.parser.mentions(item, column));
	}

}
