package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrate.dialect.AbstractScriptLexer;
import dev.migrate.dialect.ScriptSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite's SQL by the rules of its own tokenizer. A statement ends where
 * {@code sqlite3_complete} ends it: at its first semicolon or, for a trigger, at
 * {@code ; END ;}.
 *
 * @see <a href="https://sqlite.org/c3ref/complete.html">Determine if an SQL statement is
 * complete</a>
 */
public final class SqliteScriptLexer extends AbstractScriptLexer {

	@Override
	protected Token read(String sql, int start) {
		char c = sql.charAt(start);
		return switch (c) {
			case ' ', '\t', '\n', '\r', '\f', '\u000B', '\uFEFF' -> new Token(TokenKind.SPACE, start, start + 1);
			case '\'' -> readQuoted(sql, start, "string");
			case '"', '`' -> readQuoted(sql, start, "quoted identifier");
			case '[' -> readBracketed(sql, start);
			case '-' -> sql.startsWith("--", start) ? readComment(sql, start) : other(start, start + 1);
			case '/' -> sql.startsWith("/*", start) ? readFlatComment(sql, start) : other(start, start + 1);
			case '?' -> new Token(TokenKind.PARAMETER_MARKER, start, start + 1);
			case ';' -> new Token(TokenKind.SEMICOLON, start, start + 1);
			case '.' -> isDigitAt(sql, start + 1) ? readNumber(sql, start) : other(start, start + 1);
			case ':', '@', '$', '#' -> other(start, endOfWord(sql, start + 1));
			default -> readOther(sql, start);
		};
	}

	@Override
	protected StatementBoundary newStatementBoundary() {
		return new SqliteStatementBoundary();
	}

	/**
	 * The tokens of a text that mean something, so neither space nor comments.
	 * @param sql the text
	 * @return the tokens, in order
	 * @throws ScriptSyntaxException if a quote or a comment does not end
	 */
	List<SqlToken> tokens(String sql) {
		List<SqlToken> tokens = new ArrayList<>();
		int position = 0;
		while (position < sql.length()) {
			Token token = read(sql, position);
			if (token.problem() != null) {
				throw new ScriptSyntaxException(token.problem(), 1);
			}
			if (token.kind() != TokenKind.SPACE && token.kind() != TokenKind.COMMENT) {
				tokens.add(new SqlToken(sql.substring(token.start(), token.end()), token.kind() == TokenKind.WORD,
						token.start(), token.end()));
			}
			position = token.end();
		}
		return tokens;
	}

	private static Token readBracketed(String sql, int start) {
		int end = sql.indexOf(']', start);
		return (end < 0) ? Token.problem(start, "quoted identifier is not closed, its ] is missing")
				: other(start, end + 1);
	}

	/** Ended by a line feed only: to SQLite, a carriage return is part of the comment. */
	private static Token readComment(String sql, int start) {
		int end = sql.indexOf('\n', start);
		return new Token(TokenKind.COMMENT, start, (end < 0) ? sql.length() : end);
	}

	private static Token readFlatComment(String sql, int start) {
		int end = sql.indexOf("*/", start + 2);
		return (end < 0) ? Token.problem(start, "comment is not closed, its */ is missing")
				: new Token(TokenKind.COMMENT, start, end + 2);
	}

	private static Token readNumber(String sql, int start) {
		int end = start;
		while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.'
				|| (isSign(sql.charAt(end)) && isExponent(sql, start, end)))) {
			end++;
		}
		return other(start, end);
	}

	private static boolean isSign(char c) {
		return c == '+' || c == '-';
	}

	private static boolean isExponent(String sql, int start, int sign) {
		boolean hexadecimal = sql.regionMatches(true, start, "0x", 0, 2);
		return !hexadecimal && Character.toLowerCase(sql.charAt(sign - 1)) == 'e' && isDigitAt(sql, sign + 1);
	}

	private static Token readOther(String sql, int start) {
		char c = sql.charAt(start);
		if (isDigit(c)) {
			return readNumber(sql, start);
		}
		return isWordPart(c) ? new Token(TokenKind.WORD, start, endOfWord(sql, start)) : other(start, start + 1);
	}

	private static int endOfWord(String sql, int start) {
		int end = start;
		while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '$')) {
			end++;
		}
		return end;
	}

	private static boolean isWordPart(char c) {
		// Every character outside of ASCII is a letter to SQLite
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80 || isDigit(c);
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isDigitAt(String sql, int position) {
		return position < sql.length() && isDigit(sql.charAt(position));
	}

	private static Token other(int start, int end) {
		return new Token(TokenKind.OTHER, start, end);
	}

	private static final class SqliteStatementBoundary extends StatementBoundary {

		private Opening opening = Opening.NOTHING;

		private @Nullable Token previous;

		private boolean endsBody;

		@Override
		protected void accept(String sql, Token token) {
			boolean afterSemicolon = this.previous != null && this.previous.kind() == TokenKind.SEMICOLON;
			this.endsBody = afterSemicolon && token.kind() == TokenKind.WORD && token.is(sql, "END");
			this.opening = this.opening.with(sql.substring(token.start(), token.end()));
			this.previous = token;
		}

		@Override
		protected boolean isEndedBySemicolon() {
			return this.opening != Opening.TRIGGER || this.endsBody;
		}

	}

	/**
	 * What the first words of a statement say about its end.
	 */
	private enum Opening {

		NOTHING, EXPLAIN, CREATE, TRIGGER, OTHER;

		Opening with(String token) {
			String word = token.toUpperCase(Locale.ROOT);
			return switch (this) {
				case NOTHING -> word.equals("EXPLAIN") ? EXPLAIN : word.equals("CREATE") ? CREATE : OTHER;
				case EXPLAIN ->
					word.equals("QUERY") || word.equals("PLAN") ? EXPLAIN : word.equals("CREATE") ? CREATE : OTHER;
				case CREATE ->
					word.equals("TRIGGER") ? TRIGGER : word.equals("TEMP") || word.equals("TEMPORARY") ? CREATE : OTHER;
				case TRIGGER, OTHER -> this;
			};
		}

	}

}
