package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;

/**
 * Reads the definitions that SQLite keeps as text. It has understood each of them before,
 * so that only their structure has to be found.
 *
 * @see <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
final class DefinitionParser {

	private final SqliteScriptLexer lexer;

	DefinitionParser(SqliteScriptLexer lexer) {
		this.lexer = lexer;
	}

	/**
	 * Read a table.
	 * @param sql the {@code CREATE TABLE}
	 * @return the table
	 */
	TableDefinition table(String sql) {
		TokenReader reader = new TokenReader(this.lexer, sql);
		reader.expect("CREATE");
		reader.expect("TABLE");
		reader.accept("IF", "NOT", "EXISTS");
		String name = objectName(reader);
		reader.expect("(");
		List<ColumnDefinition> columns = new ArrayList<>();
		List<Clause> constraints = new ArrayList<>();
		while (!reader.accept(")")) {
			// Between constraints, SQLite does not insist on a comma
			if (!reader.accept(",")) {
				if (ClauseParser.isTableConstraint(reader.peek())) {
					constraints.add(new ClauseParser(reader).tableConstraint());
				}
				else {
					columns.add(column(reader));
				}
			}
		}
		return new TableDefinition(name, columns, constraints, reader.rest());
	}

	/**
	 * Read a column.
	 * @param sql the column as it stands in a table
	 * @return the column
	 */
	ColumnDefinition column(String sql) {
		return column(new TokenReader(this.lexer, sql));
	}

	/**
	 * Read a constraint.
	 * @param sql the constraint as it stands in a table
	 * @return the constraint
	 */
	Clause constraint(String sql) {
		return new ClauseParser(new TokenReader(this.lexer, sql)).tableConstraint();
	}

	/**
	 * Read an index.
	 * @param sql the {@code CREATE INDEX}
	 * @return the index
	 */
	Index index(String sql) {
		TokenReader reader = new TokenReader(this.lexer, sql);
		reader.expect("CREATE");
		boolean unique = reader.accept("UNIQUE");
		reader.expect("INDEX");
		reader.accept("IF", "NOT", "EXISTS");
		String name = objectName(reader);
		reader.expect("ON");
		reader.next();
		List<IndexElement> elements = reader.texts().stream().map(this::indexElement).toList();
		return new Index(name, elements, unique, reader.accept("WHERE") ? reader.rest() : null, null, List.of(), false,
				Map.of());
	}

	/**
	 * Read a view.
	 * @param sql the {@code CREATE VIEW}
	 * @return its query; if the view names its columns, one that has these names
	 */
	String viewQuery(String sql) {
		TokenReader reader = new TokenReader(this.lexer, sql);
		reader.expect("CREATE");
		reader.expect("VIEW");
		reader.accept("IF", "NOT", "EXISTS");
		SqlToken name = reader.peek();
		objectName(reader);
		String columns = reader.peek().is("(") ? reader.parenthesized() : null;
		reader.expect("AS");
		String query = reader.rest();
		return (columns == null) ? query
				: "WITH %1$s (%2$s) AS (%3$s) SELECT * FROM %1$s".formatted(name.text(), columns, query);
	}

	private IndexElement indexElement(String text) {
		List<SqlToken> tokens = this.lexer.tokens(text);
		int end = tokens.size();
		boolean descending = end > 1 && tokens.get(end - 1).is("DESC");
		end -= (end > 1 && tokens.get(end - 1).is("ASC", "DESC")) ? 1 : 0;
		String collation = null;
		if (end > 2 && tokens.get(end - 2).is("COLLATE")) {
			collation = tokens.get(end - 1).name();
			end -= 2;
		}
		SqlToken first = tokens.get(0);
		boolean column = end == 1 && first.isName();
		String sorted = column ? first.name() : withoutParentheses(text.substring(0, tokens.get(end - 1).end()));
		return new IndexElement(sorted, !column, descending, null, collation, null);
	}

	private String withoutParentheses(String expression) {
		TokenReader reader = new TokenReader(this.lexer, expression);
		if (!reader.peek().is("(")) {
			return expression;
		}
		String inside = reader.parenthesized();
		return reader.isAtEnd() ? inside : expression;
	}

	/**
	 * Whether an expression or a statement has a name in it.
	 * @param sql the text
	 * @param name the name
	 * @return whether it has
	 */
	boolean mentions(String sql, String name) {
		return names(sql).anyMatch(name::equalsIgnoreCase);
	}

	/**
	 * The names, and keywords, in an expression or a statement.
	 * @param sql the text
	 * @return the names, without quotes
	 */
	Stream<String> names(String sql) {
		return this.lexer.tokens(sql)
			.stream()
			.filter((token) -> token.isName() && !token.text().startsWith("'"))
			.map(SqlToken::name);
	}

	private static String objectName(TokenReader reader) {
		String name = reader.name();
		return reader.accept(".") ? reader.name() : name;
	}

	private ColumnDefinition column(TokenReader reader) {
		SqlToken name = reader.next();
		String type = type(reader);
		List<Clause> clauses = new ArrayList<>();
		while (!reader.isAtEnd() && !reader.peek().is(",", ")")) {
			clauses.add(new ClauseParser(reader).columnClause(name.name()));
		}
		return new ColumnDefinition(name.name(), name.text(), type, clauses);
	}

	private static String type(TokenReader reader) {
		SqlToken first = reader.peek();
		boolean any = false;
		while (reader.peek().isName() && !ClauseParser.beginsColumnClause(reader)) {
			reader.next();
			any = true;
		}
		if (any && reader.peek().is("(")) {
			reader.parenthesized();
		}
		return any ? reader.textFrom(first) : "";
	}

}
