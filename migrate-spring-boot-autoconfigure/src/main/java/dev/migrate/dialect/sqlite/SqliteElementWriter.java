package dev.migrate.dialect.sqlite;

import java.util.List;

import dev.migrate.dialect.ElementWriter;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.SequenceWriter;
import dev.migrate.schema.QualifiedName;

/**
 * Writes what SQLite's tables are made of.
 */
final class SqliteElementWriter extends ElementWriter {

	private final Identifiers identifiers;

	private final SqliteScriptLexer lexer;

	SqliteElementWriter(ProductSyntax syntax, SqliteScriptLexer lexer) {
		super(syntax, new SequenceWriter(syntax));
		this.identifiers = syntax.identifiers();
		this.lexer = lexer;
	}

	/**
	 * Whether a default is none that is computed: SQLite adds no column with such.
	 * @param expression the default
	 * @return whether it is a constant
	 */
	boolean isConstant(String expression) {
		List<SqlToken> tokens = this.lexer.tokens(expression);
		SqlToken last = tokens.get(tokens.size() - 1);
		boolean signed = tokens.size() == 2 && tokens.get(0).is("+", "-", "x");
		return (tokens.size() == 1 || signed) && !last.is("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");
	}

	@Override
	protected String defaultExpression(String expression) {
		boolean plain = isConstant(expression) || this.lexer.tokens(expression).size() == 1;
		return plain ? expression : "(" + expression + ")";
	}

	@Override
	protected String referencedTable(QualifiedName table) {
		// A foreign key stays in its database, and the name of that is no part of it
		return this.identifiers.quote(table.name());
	}

	@Override
	protected String indexOf(String index, QualifiedName table) {
		// The index is qualified, not the table
		return this.identifiers.quote(table.sibling(index)) + " ON " + this.identifiers.quote(table.name());
	}

}
