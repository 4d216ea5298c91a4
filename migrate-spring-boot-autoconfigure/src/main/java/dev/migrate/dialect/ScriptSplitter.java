package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.AbstractScriptLexer.InlineLines;
import dev.migrate.dialect.AbstractScriptLexer.StatementBoundary;
import dev.migrate.dialect.AbstractScriptLexer.Token;
import dev.migrate.dialect.AbstractScriptLexer.TokenKind;

/**
 * Puts the tokens of one script together to statements.
 */
final class ScriptSplitter {

	private static final int NONE = -1;

	private final AbstractScriptLexer lexer;

	private final String script;

	private final LineCounter lineCounter;

	private final List<SqlStatement> statements = new ArrayList<>();

	private StatementBoundary boundary;

	private int start = NONE;

	private int end;

	private int line;

	ScriptSplitter(AbstractScriptLexer lexer, String script, int firstLine) {
		this.lexer = lexer;
		this.script = script;
		this.lineCounter = new LineCounter(script, firstLine);
		this.boundary = lexer.newStatementBoundary();
	}

	List<SqlStatement> split() {
		int position = 0;
		int commentEnd = 0;
		while (position < this.script.length()) {
			Token token = this.lexer.read(this.script, position);
			if (token.problem() != null) {
				throw new ScriptSyntaxException(token.problem(), this.lineCounter.lineOf(token.start()));
			}
			position = token.end();
			if (token.kind() == TokenKind.COMMENT) {
				commentEnd = token.end();
			}
			else if (token.kind() == TokenKind.SEMICOLON && this.boundary.isEndedBySemicolon()) {
				// A comment before the semicolon is inside of the statement
				position = finish(Math.max(this.end, commentEnd), position);
			}
			else if (token.kind() != TokenKind.SPACE) {
				add(token);
			}
		}
		finish(this.end, position);
		return this.statements;
	}

	private void add(Token token) {
		if (this.start == NONE) {
			this.start = token.start();
			this.line = this.lineCounter.lineOf(token.start());
		}
		this.end = token.end();
		this.boundary.accept(this.script, token);
	}

	private int finish(int end, int position) {
		if (this.start == NONE) {
			return position;
		}
		InlineLines data = this.boundary.readData(this.script, position, this.line);
		this.statements.add(new SqlStatement(this.script.substring(this.start, end), this.line,
				(data != null) ? data.lines() : null));
		this.start = NONE;
		this.boundary = this.lexer.newStatementBoundary();
		return (data != null) ? data.end() : position;
	}

}
