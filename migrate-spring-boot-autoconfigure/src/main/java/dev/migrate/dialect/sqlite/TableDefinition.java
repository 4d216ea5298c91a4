package dev.migrate.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.migrate.schema.PrimaryKey;

/**
 * A table as its {@code CREATE TABLE} has it. Whatever is not changed stays as it was
 * written.
 *
 * @param name the name, without quotes
 * @param columns the columns, in order
 * @param constraints the constraints behind the columns
 * @param options what stands behind the closing parenthesis, as {@code STRICT}
 */
record TableDefinition(String name, List<ColumnDefinition> columns, List<Clause> constraints, String options) {

	TableDefinition {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
	}

	Optional<ColumnDefinition> column(String name) {
		return this.columns.stream().filter((column) -> column.isNamed(name)).findFirst();
	}

	/**
	 * All clauses, those of columns too.
	 * @return the clauses
	 */
	Stream<Clause> clauses() {
		return Stream.concat(this.columns.stream().flatMap((column) -> column.clauses().stream()),
				this.constraints.stream());
	}

	/**
	 * The columns of the primary key.
	 * @return the names, none if there is no primary key
	 */
	List<String> primaryKey() {
		return clauses().filter((clause) -> clause.constraint() instanceof PrimaryKey)
			.findFirst()
			.map(Clause::columns)
			.orElse(List.of());
	}

	boolean isPrimaryKey(ColumnDefinition column) {
		return primaryKey().size() == 1 && column.isNamed(primaryKey().get(0));
	}

	/**
	 * Whether a column is another name of the row id, so that SQLite generates its
	 * values.
	 * @param column the column
	 * @return whether it is
	 * @see <a href="https://sqlite.org/lang_createtable.html#rowid">ROWIDs and the
	 * INTEGER PRIMARY KEY</a>
	 */
	boolean isRowId(ColumnDefinition column) {
		boolean descending = column.clause(Clause.Kind.PRIMARY_KEY)
			.filter((clause) -> clause.text().toUpperCase(Locale.ROOT).matches("(?s).*KEY\\s+DESC.*"))
			.isPresent();
		return column.type().equalsIgnoreCase("integer") && isPrimaryKey(column) && !descending
				&& !this.options.toUpperCase(Locale.ROOT).contains("WITHOUT");
	}

	/**
	 * Whether a row id is never given again.
	 * @return whether the primary key says {@code AUTOINCREMENT}
	 */
	boolean isAutoincrement() {
		return clauses().anyMatch((clause) -> clause.kind() == Clause.Kind.PRIMARY_KEY
				&& clause.text().toUpperCase(Locale.ROOT).contains("AUTOINCREMENT"));
	}

	TableDefinition withColumns(List<ColumnDefinition> columns) {
		return new TableDefinition(this.name, columns, this.constraints, this.options);
	}

	TableDefinition withConstraints(List<Clause> constraints) {
		return new TableDefinition(this.name, this.columns, constraints, this.options);
	}

	TableDefinition change(String column, UnaryOperator<ColumnDefinition> change) {
		return withColumns(this.columns.stream()
			.map((candidate) -> candidate.isNamed(column) ? change.apply(candidate) : candidate)
			.toList());
	}

	/**
	 * The statement that makes the table under some name.
	 * @param name the name in SQL
	 * @return the statement
	 */
	String createTable(String name) {
		List<String> lines = Stream
			.concat(this.columns.stream().map(ColumnDefinition::text), this.constraints.stream().map(Clause::text))
			.toList();
		return "CREATE TABLE " + name + " (\n    " + String.join(",\n    ", lines) + "\n)"
				+ (this.options.isEmpty() ? "" : " " + this.options);
	}

}
