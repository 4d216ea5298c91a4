package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Splits a script by reading its tokens from left to right, once. A product says what a
 * token is and, where that is not its first semicolon, what ends a statement.
 */
public abstract class AbstractScriptLexer implements ScriptLexer {

	@Override
	public final List<SqlStatement> split(String script, int firstLine) {
		return new ScriptSplitter(this, script, firstLine).split();
	}

	@Override
	public final List<Integer> parameterMarkers(String statement) {
		return find(statement, TokenKind.PARAMETER_MARKER);
	}

	@Override
	public final List<Integer> escapedQuestionMarks(String statement) {
		return find(statement, TokenKind.ESCAPED_QUESTION_MARK);
	}

	private List<Integer> find(String statement, TokenKind kind) {
		List<Integer> found = new ArrayList<>();
		int position = 0;
		while (position < statement.length()) {
			Token token = read(statement, position);
			if (token.problem() != null) {
				throw new ScriptSyntaxException(token.problem(), new LineCounter(statement, 1).lineOf(token.start()));
			}
			if (token.kind() == kind) {
				found.add(token.start());
			}
			position = token.end();
		}
		return found;
	}

	/**
	 * Read one token. It need not be as long as the product would read it, as long as
	 * quotes and comments are found where the product finds them.
	 * @param sql the text
	 * @param start where the token begins, less than the length of the text
	 * @return the token, at least one character long
	 */
	protected abstract Token read(String sql, int start);

	/**
	 * What is to follow the tokens of the next statement.
	 * @return a new object for each statement
	 */
	protected StatementBoundary newStatementBoundary() {
		return new StatementBoundary();
	}

	/**
	 * Read a quoted string or identifier in which the quote is written twice.
	 * @param sql the text
	 * @param start where the opening quote is
	 * @param name what to call it when it is not closed
	 * @return the token
	 */
	protected static Token readQuoted(String sql, int start, String name) {
		char quote = sql.charAt(start);
		int end = sql.indexOf(quote, start + 1);
		while (end >= 0 && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
			end = sql.indexOf(quote, end + 2);
		}
		return (end < 0) ? Token.problem(start, name + " is not closed, its " + quote + " is missing")
				: new Token(TokenKind.OTHER, start, end + 1);
	}

	/**
	 * Read what stands between two equal delimiters, as it is.
	 * @param sql the text
	 * @param start where the opening delimiter is
	 * @param delimiter the delimiter, such as {@code $body$}
	 * @return the token
	 */
	protected static Token readDollarQuoted(String sql, int start, String delimiter) {
		int end = sql.indexOf(delimiter, start + delimiter.length());
		return (end < 0) ? Token.problem(start, "dollar quote " + delimiter + " is not closed")
				: new Token(TokenKind.OTHER, start, end + delimiter.length());
	}

	/**
	 * Read a comment that the end of the line ends.
	 * @param sql the text
	 * @param start where the comment begins
	 * @return the token, without the line end
	 */
	protected static Token readLineComment(String sql, int start) {
		int end = start;
		while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
			end++;
		}
		return new Token(TokenKind.COMMENT, start, end);
	}

	/**
	 * Read a block comment with the comments nested in it.
	 * @param sql the text
	 * @param start where the comment begins
	 * @return the token
	 */
	protected static Token readBlockComment(String sql, int start) {
		int depth = 1;
		int position = start + 2;
		while (depth > 0 && position < sql.length()) {
			if (sql.startsWith("*/", position)) {
				depth--;
				position += 2;
			}
			else if (sql.startsWith("/*", position)) {
				depth++;
				position += 2;
			}
			else {
				position++;
			}
		}
		return (depth > 0) ? Token.problem(start, "comment is not closed, its */ is missing")
				: new Token(TokenKind.COMMENT, start, position);
	}

	/**
	 * What the splitting of a script must tell apart.
	 */
	protected enum TokenKind {

		/** White space. */
		SPACE,

		/** A comment of any form. */
		COMMENT,

		/** A keyword or an identifier without quotes. */
		WORD,

		/** A question mark that stands for a value. */
		PARAMETER_MARKER,

		/** A question mark that is written twice, so that it stands for no value. */
		ESCAPED_QUESTION_MARK,

		/** A semicolon. */
		SEMICOLON,

		/** A quoted thing, a number, an operator or a part of one. */
		OTHER

	}

	/**
	 * A token of a script.
	 *
	 * @param kind what it is
	 * @param start the index of its first character
	 * @param end the index behind its last character
	 * @param problem why the script cannot be read from here on, or {@code null}
	 */
	protected record Token(TokenKind kind, int start, int end, @Nullable String problem) {

		/**
		 * A token that could be read.
		 * @param kind what it is
		 * @param start the index of its first character
		 * @param end the index behind its last character
		 */
		public Token(TokenKind kind, int start, int end) {
			this(kind, start, end, null);
		}

		/**
		 * What cannot be read.
		 * @param start the index of its first character
		 * @param problem what is wrong with it
		 * @return the token
		 */
		public static Token problem(int start, String problem) {
			return new Token(TokenKind.OTHER, start, start, problem);
		}

		/**
		 * Whether this is a text, in any case.
		 * @param sql the text the token was read from
		 * @param expected what it may be
		 * @return whether it is
		 */
		public boolean is(String sql, String expected) {
			return this.end - this.start == expected.length()
					&& sql.regionMatches(true, this.start, expected, 0, expected.length());
		}

	}

	/**
	 * Follows the tokens of one statement to know where it ends: at its first semicolon,
	 * unless a product knows better.
	 */
	protected static class StatementBoundary {

		/**
		 * Take notice of a token that does not end the statement.
		 * @param sql the text the token was read from
		 * @param token the token, neither space nor comment
		 */
		protected void accept(String sql, Token token) {
		}

		/**
		 * Whether a semicolon would end the statement.
		 * @return whether it would
		 */
		protected boolean isEndedBySemicolon() {
			return true;
		}

		/**
		 * Read the data that follows the statement.
		 * @param sql the text
		 * @param position the place behind the statement's semicolon
		 * @param line the line on which the statement begins
		 * @return the data, or {@code null} if the statement is not followed by data
		 */
		protected @Nullable InlineLines readData(String sql, int position, int line) {
			return null;
		}

	}

	/**
	 * Lines of data that a script holds between two statements.
	 *
	 * @param lines the lines
	 * @param end the index behind the data and what marks its end
	 */
	protected record InlineLines(String lines, int end) {

		/**
		 * Create inline lines.
		 */
		public InlineLines {
			// Otherwise as protected as the record, thus out of reach in other packages
		}

	}

}
