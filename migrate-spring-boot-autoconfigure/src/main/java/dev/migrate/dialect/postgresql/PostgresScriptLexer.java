package dev.migrate.dialect.postgresql;

import java.util.Locale;
import java.util.Set;

import dev.migrate.dialect.AbstractScriptLexer;
import dev.migrate.dialect.ScriptSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads PostgreSQL's SQL by the rules of the server's lexer, with
 * {@code standard_conforming_strings} on. A statement ends where {@code psql} ends it:
 * not in parentheses and not in the body of an SQL-standard function.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 * Structure</a>
 */
public final class PostgresScriptLexer extends AbstractScriptLexer {

	@Override
	protected Token read(String sql, int start) {
		char c = sql.charAt(start);
		return switch (c) {
			case ' ', '\t', '\n', '\r', '\f', '\u000B' -> new Token(TokenKind.SPACE, start, start + 1);
			case '\'' -> readQuoted(sql, start, "string");
			case '"' -> readQuoted(sql, start, "quoted identifier");
			case '$' -> readDollar(sql, start);
			case '-' -> sql.startsWith("--", start) ? readLineComment(sql, start) : other(start, start + 1);
			case '/' -> sql.startsWith("/*", start) ? readBlockComment(sql, start) : other(start, start + 1);
			case '?' -> readQuestionMark(sql, start);
			case '\\' -> Token.problem(start, "psql command '" + psqlCommand(sql, start) + "' is not SQL");
			case ';' -> new Token(TokenKind.SEMICOLON, start, start + 1);
			default -> isDigit(c) ? readNumber(sql, start) : readOther(sql, start);
		};
	}

	@Override
	protected StatementBoundary newStatementBoundary() {
		return new PostgresStatementBoundary();
	}

	private static Token readOther(String sql, int start) {
		if (!isIdentifierStart(sql.charAt(start))) {
			return other(start, start + 1);
		}
		int end = endOfIdentifier(sql, start);
		Token word = new Token(TokenKind.WORD, start, end);
		return (word.is(sql, "e") && sql.startsWith("'", end)) ? readEscapeString(sql, start) : word;
	}

	/**
	 * A number takes the letters behind it with it, as {@code 1e5} has to: the {@code E}
	 * of {@code 1E'…'} begins no escape string.
	 */
	private static Token readNumber(String sql, int start) {
		int end = start;
		while (end < sql.length() && (isDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
			end++;
		}
		return other(start, endOfIdentifier(sql, end));
	}

	/**
	 * In {@code E'…'} a backslash takes the meaning from a quote behind it. That holds
	 * for the pieces on the following lines too, which are the same string.
	 */
	private static Token readEscapeString(String sql, int start) {
		int position = start + 2;
		while (position < sql.length()) {
			char c = sql.charAt(position);
			if (c == '\\' || (c == '\'' && sql.startsWith("'", position + 1))) {
				position += 2;
			}
			else if (c == '\'') {
				int next = nextPieceOfString(sql, position + 1);
				if (next < 0) {
					return other(start, position + 1);
				}
				position = next;
			}
			else {
				position++;
			}
		}
		return Token.problem(start, "string is not closed, its ' is missing");
	}

	/**
	 * Strings are one if white space with at least one line end is between them, and line
	 * comments count as white space.
	 */
	private static int nextPieceOfString(String sql, int start) {
		boolean newLine = false;
		int position = start;
		while (position < sql.length()) {
			char c = sql.charAt(position);
			if (c == '\'') {
				return newLine ? position + 1 : -1;
			}
			if (sql.startsWith("--", position)) {
				position = readLineComment(sql, position).end();
			}
			else if (isSpace(c)) {
				newLine |= (c == '\n' || c == '\r');
				position++;
			}
			else {
				return -1;
			}
		}
		return -1;
	}

	private static Token readDollar(String sql, int start) {
		int end = start + 1;
		if (end < sql.length() && isIdentifierStart(sql.charAt(end))) {
			while (end < sql.length() && isIdentifierPart(sql.charAt(end)) && sql.charAt(end) != '$') {
				end++;
			}
		}
		return sql.startsWith("$", end) ? readDollarQuoted(sql, start, sql.substring(start, end + 1))
				: other(start, start + 1);
	}

	private static Token readQuestionMark(String sql, int start) {
		// The JDBC driver's way to write the operator ?
		return sql.startsWith("??", start) ? new Token(TokenKind.ESCAPED_QUESTION_MARK, start, start + 2)
				: new Token(TokenKind.PARAMETER_MARKER, start, start + 1);
	}

	private static String psqlCommand(String sql, int start) {
		int end = start + 1;
		while (end < sql.length() && !isSpace(sql.charAt(end)) && sql.charAt(end) != '\\') {
			end++;
		}
		return sql.substring(start, end);
	}

	private static int endOfIdentifier(String sql, int start) {
		int end = start;
		if (end < sql.length() && isIdentifierStart(sql.charAt(end))) {
			while (end < sql.length() && isIdentifierPart(sql.charAt(end))) {
				end++;
			}
		}
		return end;
	}

	private static boolean isIdentifierStart(char c) {
		// Every character outside of ASCII is a letter to the server
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
	}

	private static boolean isIdentifierPart(char c) {
		return isIdentifierStart(c) || isDigit(c) || c == '$';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isSpace(char c) {
		return c == ' ' || (c >= '\t' && c <= '\r');
	}

	private static Token other(int start, int end) {
		return new Token(TokenKind.OTHER, start, end);
	}

	private static final class PostgresStatementBoundary extends StatementBoundary {

		private static final Set<String> END_OF_DATA = Set.of("\\.\n", "\\.\r\n", "\\.");

		private Opening opening = Opening.NOTHING;

		private int parentheses;

		/** Whether this is behind {@code BEGIN ATOMIC} and before its {@code END}. */
		private boolean body;

		private boolean copyFromStdin;

		private @Nullable Token previous;

		@Override
		protected void accept(String sql, Token token) {
			if (token.is(sql, "(")) {
				this.parentheses++;
			}
			else if (token.is(sql, ")")) {
				this.parentheses = Math.max(0, this.parentheses - 1);
			}
			else if (token.kind() == TokenKind.WORD && this.parentheses == 0) {
				acceptWord(sql, token);
			}
			this.previous = token;
		}

		private void acceptWord(String sql, Token word) {
			switch (this.opening) {
				case ROUTINE -> this.body = isInBody(sql, word);
				// The server takes STDOUT here for a slip of the pen
				case COPY ->
					this.copyFromStdin |= (word.is(sql, "STDIN") || word.is(sql, "STDOUT")) && previousIs(sql, "FROM");
				case OTHER -> {
				}
				default -> this.opening = this.opening.with(sql.substring(word.start(), word.end()));
			}
		}

		/**
		 * The {@code END} of a body follows a semicolon or {@code ATOMIC}. Elsewhere it
		 * ends a {@code CASE}, or is a name: "SELECT 1 end" is one statement.
		 */
		private boolean isInBody(String sql, Token word) {
			if (!this.body) {
				return word.is(sql, "ATOMIC") && previousIs(sql, "BEGIN");
			}
			return !word.is(sql, "END") || !(previousIs(sql, ";") || previousIs(sql, "ATOMIC"));
		}

		private boolean previousIs(String sql, String expected) {
			return this.previous != null && this.previous.is(sql, expected);
		}

		@Override
		protected boolean isEndedBySemicolon() {
			return this.parentheses == 0 && !this.body;
		}

		@Override
		protected @Nullable InlineLines readData(String sql, int position, int line) {
			return this.copyFromStdin ? readCopyData(sql, position, line) : null;
		}

		private static InlineLines readCopyData(String sql, int position, int line) {
			int start = endOfLine(sql, position);
			String rest = sql.substring(position, start).strip();
			// psql runs such a rest, but only when the data has been read
			if (!rest.isEmpty() && !rest.startsWith("--")) {
				throw new ScriptSyntaxException(
						"nothing may follow COPY … FROM stdin on its line, its data begins on the next", line);
			}
			int lineStart = start;
			while (lineStart < sql.length()) {
				int lineEnd = endOfLine(sql, lineStart);
				if (sql.startsWith("\\.", lineStart) && END_OF_DATA.contains(sql.substring(lineStart, lineEnd))) {
					return new InlineLines(sql.substring(start, lineStart).replace("\r\n", "\n"), lineEnd);
				}
				lineStart = lineEnd;
			}
			throw new ScriptSyntaxException("data of COPY … FROM stdin does not end, the line \\. is missing", line);
		}

		private static int endOfLine(String sql, int position) {
			int end = sql.indexOf('\n', position);
			return (end < 0) ? sql.length() : end + 1;
		}

	}

	/**
	 * What the first words of a statement say about its end.
	 */
	private enum Opening {

		NOTHING, CREATE, CREATE_OR, CREATE_OR_REPLACE, ROUTINE, COPY, OTHER;

		Opening with(String word) {
			return switch (this + " " + word.toUpperCase(Locale.ROOT)) {
				case "NOTHING CREATE" -> CREATE;
				case "CREATE OR" -> CREATE_OR;
				case "CREATE_OR REPLACE" -> CREATE_OR_REPLACE;
				case "CREATE FUNCTION", "CREATE PROCEDURE", "CREATE_OR_REPLACE FUNCTION",
						"CREATE_OR_REPLACE PROCEDURE" ->
					ROUTINE;
				case "NOTHING COPY" -> COPY;
				default -> OTHER;
			};
		}

	}

}
