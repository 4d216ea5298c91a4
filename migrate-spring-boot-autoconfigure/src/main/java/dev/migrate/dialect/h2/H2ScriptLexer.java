package dev.migrate.dialect.h2;

import dev.migrate.dialect.AbstractScriptLexer;

/**
 * Reads H2's SQL by the rules of H2's own tokenizer in its regular mode. Every semicolon
 * outside of quotes and comments ends a statement, as in H2's {@code RUNSCRIPT}.
 *
 * @see <a href="https://h2database.com/html/grammar.html">SQL Grammar</a>
 */
public final class H2ScriptLexer extends AbstractScriptLexer {

	@Override
	protected Token read(String sql, int start) {
		char c = sql.charAt(start);
		return switch (c) {
			case '\'' -> readQuoted(sql, start, "string");
			case '"', '`' -> readQuoted(sql, start, "quoted identifier");
			case '$' -> sql.startsWith("$$", start) ? readDollarQuoted(sql, start, "$$") : other(start, 1);
			case '-' -> sql.startsWith("--", start) ? readLineComment(sql, start) : other(start, 1);
			case '/' -> readSlash(sql, start);
			case '?' -> readQuestionMark(sql, start);
			case ';' -> new Token(TokenKind.SEMICOLON, start, start + 1);
			default -> readOther(sql, start);
		};
	}

	private static Token readSlash(String sql, int start) {
		if (sql.startsWith("/*", start)) {
			return readBlockComment(sql, start);
		}
		return sql.startsWith("//", start) ? readLineComment(sql, start) : other(start, 1);
	}

	private static Token readQuestionMark(String sql, int start) {
		// The SQL standard's way to write square brackets without having them
		if (sql.startsWith("??(", start) || sql.startsWith("??)", start)) {
			return other(start, 3);
		}
		return new Token(TokenKind.PARAMETER_MARKER, start, start + 1);
	}

	private static Token readOther(String sql, int start) {
		int c = sql.codePointAt(start);
		if (isSpace(c)) {
			return new Token(TokenKind.SPACE, start, start + 1);
		}
		int end = start + Character.charCount(c);
		if (!Character.isJavaIdentifierStart(c)) {
			return new Token(TokenKind.OTHER, start, end);
		}
		// A $ in an identifier belongs to it and opens no quote
		while (end < sql.length() && Character.isJavaIdentifierPart(sql.codePointAt(end))) {
			end += Character.charCount(sql.codePointAt(end));
		}
		return new Token(TokenKind.WORD, start, end);
	}

	private static boolean isSpace(int c) {
		return c <= ' ' || Character.isSpaceChar(c);
	}

	private static Token other(int start, int length) {
		return new Token(TokenKind.OTHER, start, start + length);
	}

}
