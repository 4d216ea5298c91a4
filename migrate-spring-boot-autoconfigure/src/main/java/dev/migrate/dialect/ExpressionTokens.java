package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of an expression, read one after the other.
 */
final class ExpressionTokens {

	private static final Pattern TOKEN = Pattern.compile("\\s+|'(?:[^']|'')*'|\"(?:[^\"]|\"\")+\"|\\d+(?:\\.\\d+)?"
			+ "|[\\p{L}_][\\p{L}\\p{N}_$]*|::|<=|>=|<>|!=|\\|\\||~~|[-+*/%=<>~(),.\\[\\]]");

	private final List<String> tokens = new ArrayList<>();

	private int next;

	/**
	 * Take an expression apart.
	 * @param expression the expression
	 * @throws IllegalArgumentException if it has something that is not known here
	 */
	ExpressionTokens(String expression) {
		Matcher matcher = TOKEN.matcher(expression);
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			String token = matcher.group();
			end = matcher.end();
			if (!token.isBlank()) {
				this.tokens.add((token.charAt(0) == '"' || token.charAt(0) == '\'') ? token : folded(token));
			}
		}
		if (end < expression.length() || this.tokens.isEmpty()) {
			throw unknown();
		}
	}

	private static String folded(String token) {
		return token.equals("!=") ? "<>" : token.toLowerCase(Locale.ROOT);
	}

	static IllegalArgumentException unknown() {
		return new IllegalArgumentException("An expression of a form that is not known");
	}

	boolean atEnd() {
		return this.next == this.tokens.size();
	}

	String peek() {
		return atEnd() ? "" : this.tokens.get(this.next);
	}

	String take() {
		if (atEnd()) {
			throw unknown();
		}
		return this.tokens.get(this.next++);
	}

	/** Take tokens if they come next, else none. */
	boolean take(String... expected) {
		if (this.next + expected.length > this.tokens.size()
				|| !this.tokens.subList(this.next, this.next + expected.length).equals(List.of(expected))) {
			return false;
		}
		this.next += expected.length;
		return true;
	}

	void require(String expected) {
		if (!take(expected)) {
			throw unknown();
		}
	}

}
