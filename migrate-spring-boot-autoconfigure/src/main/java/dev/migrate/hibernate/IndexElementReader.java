package dev.migrate.hibernate;

import java.util.Locale;
import java.util.Set;

import dev.migrate.schema.IndexElement;

/**
 * Reads what an index sorts by.
 */
final class IndexElementReader {

	private static final Set<String> ENDS = Set.of("collate", "asc", "desc", "nulls");

	private final Names names;

	IndexElementReader(Names names) {
		this.names = names;
	}

	/**
	 * Read a column or an expression.
	 * @param written the text, perhaps with a collation, an operator class and an order
	 * behind it
	 * @return the element
	 */
	IndexElement read(String written) {
		SqlReader reader = new SqlReader(written);
		IndexElement element = subject(reader);
		while (!reader.isAtEnd()) {
			element = clause(reader, element);
		}
		return element;
	}

	private IndexElement subject(SqlReader reader) {
		if (reader.is("(")) {
			String expression = reader.parenthesised();
			return (reader.isAtEnd() || ENDS.contains(peek(reader))) ? IndexElement.byExpression(expression)
					: IndexElement.byExpression("(" + expression + ") " + reader.until(ENDS));
		}
		String first = reader.next();
		if (reader.isAtEnd() || ENDS.contains(peek(reader)) || isName(peek(reader))) {
			return IndexElement.by(this.names.logical(first));
		}
		return IndexElement.byExpression(first + reader.until(ENDS));
	}

	private static String peek(SqlReader reader) {
		return reader.peek().toLowerCase(Locale.ROOT);
	}

	private static boolean isName(String token) {
		return Character.isLetter(token.charAt(0));
	}

	private IndexElement clause(SqlReader reader, IndexElement element) {
		if (reader.accept("collate")) {
			return element.collate(this.names.parse(reader.qualifiedName()).name());
		}
		if (reader.accept("asc")) {
			return element;
		}
		if (reader.accept("desc")) {
			return element.desc();
		}
		if (reader.accept("nulls", "first")) {
			return element.nullsFirst();
		}
		if (reader.accept("nulls", "last")) {
			return element.nullsLast();
		}
		if (element.operatorClass() == null && isName(reader.peek())) {
			return element.operatorClass(this.names.parse(reader.qualifiedName()).name());
		}
		throw reader.unreadable();
	}

}
