package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a piece of a data definition, word by word.
 */
final class SqlReader {

	/**
	 * Blanks; texts in quotes, dollars or not; names, quoted or not; numbers; anything
	 * else, character by character.
	 */
	private static final Pattern TOKEN = Pattern.compile(
			"\\s+|[eE]'(?:[^'\\\\]|\\\\.|'')*'|'(?:[^']|'')*'"
					+ "|(\\$\\w*\\$).*?\\1|\"(?:[^\"]|\"\")*\"|`[^`]*`|[\\p{L}_][\\p{L}\\p{N}_$]*|\\d[\\w.]*|::|.",
			Pattern.DOTALL);

	private final String sql;

	private final List<Token> tokens = new ArrayList<>();

	private int position;

	SqlReader(String sql) {
		this.sql = sql.strip();
		Matcher matcher = TOKEN.matcher(this.sql);
		while (matcher.find()) {
			if (!matcher.group().isBlank()) {
				this.tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
			}
		}
	}

	boolean isAtEnd() {
		return this.position >= this.tokens.size();
	}

	/** Whether the next tokens are these words or marks, in any case. */
	boolean is(String... expected) {
		for (int i = 0; i < expected.length; i++) {
			int index = this.position + i;
			if (index >= this.tokens.size() || !this.tokens.get(index).text().equalsIgnoreCase(expected[i])) {
				return false;
			}
		}
		return true;
	}

	/** Take the next tokens if they are these words or marks. */
	boolean accept(String... expected) {
		boolean next = is(expected);
		this.position += next ? expected.length : 0;
		return next;
	}

	/**
	 * Take the next tokens, which must be these.
	 * @throws UnreadableSqlException if they are not
	 */
	void expect(String... expected) {
		if (!accept(expected)) {
			throw unreadable();
		}
	}

	/**
	 * Have read everything.
	 * @throws UnreadableSqlException if there is more
	 */
	void expectEnd() {
		if (!isAtEnd()) {
			throw unreadable();
		}
	}

	UnreadableSqlException unreadable() {
		return new UnreadableSqlException(this.sql, rest());
	}

	/** Take a token as it is written. */
	String next() {
		if (isAtEnd()) {
			throw unreadable();
		}
		return this.tokens.get(this.position++).text();
	}

	/** The next token, which stays the next; a blank at the end. */
	String peek() {
		return isAtEnd() ? " " : this.tokens.get(this.position).text();
	}

	/** Take a whole number. */
	long number() {
		String sign = accept("-") ? "-" : "";
		try {
			return Long.parseLong(sign + next());
		}
		catch (NumberFormatException ex) {
			this.position--;
			throw unreadable();
		}
	}

	/** Take a name as it is written, perhaps with that of its schema. */
	String qualifiedName() {
		StringBuilder name = new StringBuilder(next());
		while (accept(".")) {
			name.append('.').append(next());
		}
		return name.toString();
	}

	/** Take what stands in parentheses, and them. */
	String parenthesised() {
		if (!is("(")) {
			throw unreadable();
		}
		int start = this.tokens.get(this.position).end();
		skip();
		return this.sql.substring(start, this.tokens.get(this.position - 1).start()).strip();
	}

	/** Take names in parentheses, as they are written. */
	List<String> parenthesisedNames() {
		List<String> names = new ArrayList<>();
		expect("(");
		do {
			names.add(next());
		}
		while (accept(","));
		expect(")");
		return names;
	}

	/**
	 * Take what comes next as it is written: at least one token, and all up to one of the
	 * given words outside of parentheses.
	 * @param ends the words, in lower case
	 * @return the text
	 */
	String until(Set<String> ends) {
		if (isAtEnd()) {
			throw unreadable();
		}
		int start = this.tokens.get(this.position).start();
		do {
			skip();
		}
		while (!isAtEnd() && !ends.contains(this.tokens.get(this.position).text().toLowerCase(Locale.ROOT)));
		return this.sql.substring(start, this.tokens.get(this.position - 1).end());
	}

	/** Take all the rest as it is written. */
	String rest() {
		return isAtEnd() ? "" : until(Set.of());
	}

	/** A token, or all in parentheses. */
	private void skip() {
		int depth = 0;
		do {
			String text = next();
			depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
		}
		while (depth > 0);
	}

	private record Token(String text, int start, int end) {

	}

}
