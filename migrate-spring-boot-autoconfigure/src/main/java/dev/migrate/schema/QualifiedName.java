package dev.migrate.schema;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, index or other schema object, with the schema it is in if that is
 * said. Names are logical: regular identifiers are lower case here, also for a product
 * that folds them to upper case.
 *
 * @param schema the schema, or {@code null} for the one that the connection works in
 * @param name the name within the schema
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

	/**
	 * Create a name.
	 * @throws IllegalArgumentException if a part is empty
	 */
	public QualifiedName {
		if (name.isBlank() || (schema != null && schema.isBlank())) {
			throw new IllegalArgumentException("A name of a schema object is empty");
		}
	}

	/**
	 * Parse a name as it is written in a revision: {@code users} or {@code sales.users};
	 * a part that contains a dot itself stands in double quotes.
	 * @param text the text
	 * @return the name
	 * @throws IllegalArgumentException if it has no or more than two parts
	 */
	public static QualifiedName parse(String text) {
		// A revision may be written without a check of nulls
		if (text == null) {
			throw new IllegalArgumentException("A name of a schema object is null");
		}
		int dot = separator(text);
		if (dot < 0) {
			return new QualifiedName(null, unquote(text));
		}
		String name = text.substring(dot + 1);
		if (separator(name) >= 0) {
			throw new IllegalArgumentException(
					"The name '%s' has more than two parts, write schema.name".formatted(text));
		}
		return new QualifiedName(unquote(text.substring(0, dot)), unquote(name));
	}

	private static int separator(String text) {
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			}
			else if (c == '.' && !quoted) {
				return i;
			}
		}
		return -1;
	}

	private static String unquote(String part) {
		boolean quoted = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
		return quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
	}

	/**
	 * Another object in the same schema.
	 * @param other the other object's name
	 * @return the name in this name's schema
	 */
	public QualifiedName sibling(String other) {
		return new QualifiedName(this.schema, other);
	}

	@Override
	public int compareTo(QualifiedName other) {
		int bySchema = Objects.toString(this.schema, "").compareTo(Objects.toString(other.schema, ""));
		return (bySchema != 0) ? bySchema : this.name.compareTo(other.name);
	}

	@Override
	public String toString() {
		return (this.schema != null) ? this.schema + "." + this.name : this.name;
	}

}
