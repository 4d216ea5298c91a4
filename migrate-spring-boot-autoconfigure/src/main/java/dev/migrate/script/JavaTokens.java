package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Java source as tokens, without blanks and comments. Tolerant: what is no Java gives
 * some tokens too.
 */
final class JavaTokens {

	private static final String TEXT_BLOCK = "\"\"\"";

	private final String text;

	private final List<Token> tokens = new ArrayList<>();

	private int position;

	private JavaTokens(String text) {
		this.text = text;
	}

	/**
	 * The tokens of a source.
	 * @param text the source
	 * @return its tokens
	 */
	static List<Token> of(String text) {
		return new JavaTokens(text).read();
	}

	private List<Token> read() {
		while (this.position < this.text.length()) {
			char c = this.text.charAt(this.position);
			if (Character.isWhitespace(c)) {
				this.position++;
			}
			else if (this.text.startsWith("//", this.position)) {
				skipTo("\n", 2);
			}
			else if (this.text.startsWith("/*", this.position)) {
				skipTo("*/", 2);
			}
			else if (this.text.startsWith(TEXT_BLOCK, this.position)) {
				readLiteral(TEXT_BLOCK);
			}
			else if (c == '"' || c == '\'') {
				readLiteral(String.valueOf(c));
			}
			else if (Character.isJavaIdentifierStart(c)) {
				readWord();
			}
			else {
				this.tokens.add(new Token(Kind.SYMBOL, String.valueOf(c)));
				this.position++;
			}
		}
		return this.tokens;
	}

	private void skipTo(String end, int from) {
		int found = this.text.indexOf(end, this.position + from);
		this.position = (found < 0) ? this.text.length() : found + end.length();
	}

	private void readWord() {
		int start = this.position;
		while (this.position < this.text.length() && Character.isJavaIdentifierPart(this.text.charAt(this.position))) {
			this.position++;
		}
		this.tokens.add(new Token(Kind.WORD, this.text.substring(start, this.position)));
	}

	private void readLiteral(String quote) {
		int start = this.position + quote.length();
		int end = start;
		while (end < this.text.length() && !this.text.startsWith(quote, end)) {
			end += (this.text.charAt(end) == '\\') ? 2 : 1;
		}
		end = Math.min(end, this.text.length());
		this.position = Math.min(end + quote.length(), this.text.length());
		String value = this.text.substring(start, end);
		if (quote.equals(TEXT_BLOCK)) {
			value = value.substring(value.indexOf('\n') + 1).stripIndent();
		}
		this.tokens.add(new Token(quote.equals("'") ? Kind.SYMBOL : Kind.TEXT, unescape(value)));
	}

	private static String unescape(String value) {
		StringBuilder text = new StringBuilder();
		int start = 0;
		for (int i = value.indexOf("\\u"); i >= 0; i = value.indexOf("\\u", i + 2)) {
			boolean escape = (i == 0 || value.charAt(i - 1) != '\\') && i + 6 <= value.length();
			if (escape && value.substring(i + 2, i + 6).chars().allMatch((c) -> Character.digit(c, 16) >= 0)) {
				text.append(value, start, i).append((char) Integer.parseInt(value.substring(i + 2, i + 6), 16));
				start = i + 6;
			}
		}
		text.append(value.substring(start));
		try {
			return text.toString().translateEscapes();
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

	/**
	 * A kind of token.
	 */
	enum Kind {

		/** A keyword or a name. */
		WORD,

		/** A text literal, without quotes and escapes. */
		TEXT,

		/** A single character of another kind. */
		SYMBOL

	}

	/**
	 * A token.
	 *
	 * @param kind its kind
	 * @param text its text
	 */
	record Token(Kind kind, String text) {

		boolean isSymbol(String symbol) {
			return this.kind == Kind.SYMBOL && this.text.equals(symbol);
		}

	}

}
