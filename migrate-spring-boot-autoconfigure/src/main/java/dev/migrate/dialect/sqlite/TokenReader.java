package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Reads the tokens of a definition one after the other.
 */
final class TokenReader {

	private static final SqlToken END = new SqlToken(" ", false, 0, 0);

	private final String sql;

	private final List<SqlToken> tokens;

	private int position;

	TokenReader(SqliteScriptLexer lexer, String sql) {
		this.sql = sql;
		this.tokens = lexer.tokens(sql);
	}

	/**
	 * The next token, which stays the next.
	 * @return the token; one that is nothing at the end
	 */
	SqlToken peek() {
		return peek(0);
	}

	/**
	 * A token behind the next.
	 * @param ahead how many tokens behind
	 * @return the token; one that is nothing behind the end
	 */
	SqlToken peek(int ahead) {
		int index = this.position + ahead;
		return (index < this.tokens.size()) ? this.tokens.get(index) : END;
	}

	boolean isAtEnd() {
		return this.position >= this.tokens.size();
	}

	SqlToken next() {
		if (isAtEnd()) {
			throw new IllegalArgumentException("The definition ends too early: " + this.sql);
		}
		return this.tokens.get(this.position++);
	}

	/**
	 * Take some tokens if they are the next.
	 * @param expected the keywords or punctuation marks
	 * @return whether they were
	 */
	boolean accept(String... expected) {
		for (int i = 0; i < expected.length; i++) {
			if (!peek(i).is(expected[i])) {
				return false;
			}
		}
		this.position += expected.length;
		return true;
	}

	void expect(String expected) {
		SqlToken token = next();
		if (!token.is(expected)) {
			throw new IllegalArgumentException(
					"The definition has '%s' where '%s' is expected: %s".formatted(token.text(), expected, this.sql));
		}
	}

	String name() {
		return next().name();
	}

	/**
	 * Take what stands in parentheses.
	 * @return the text between them
	 */
	String parenthesized() {
		SqlToken open = peek();
		expect("(");
		int depth = 1;
		SqlToken token = open;
		while (depth > 0) {
			token = next();
			depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
		}
		return this.sql.substring(open.end(), token.start()).strip();
	}

	/**
	 * Take a list in parentheses.
	 * @return its items as they are written
	 */
	List<String> texts() {
		return list((first, text) -> text);
	}

	/**
	 * Take a list of columns in parentheses.
	 * @return the names, without collation and direction
	 */
	List<String> columns() {
		return list((first, text) -> first.name());
	}

	private List<String> list(BiFunction<SqlToken, String, String> item) {
		List<String> items = new ArrayList<>();
		expect("(");
		while (!accept(")")) {
			SqlToken first = peek();
			while (!peek().is(",", ")")) {
				if (peek().is("(")) {
					parenthesized();
				}
				else {
					next();
				}
			}
			items.add(item.apply(first, textFrom(first)));
			accept(",");
		}
		return items;
	}

	/**
	 * Take the rest.
	 * @return the text from the next token on
	 */
	String rest() {
		String text = isAtEnd() ? "" : this.sql.substring(peek().start());
		this.position = this.tokens.size();
		return text.strip();
	}

	/**
	 * The text of tokens that were taken.
	 * @param first the first of them
	 * @return the text from that token to the last one taken
	 */
	String textFrom(SqlToken first) {
		return this.sql.substring(first.start(), this.tokens.get(this.position - 1).end());
	}

}
