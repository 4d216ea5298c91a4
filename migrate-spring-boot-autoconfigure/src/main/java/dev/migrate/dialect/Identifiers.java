package dev.migrate.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.operation.NamingConvention;
import dev.migrate.schema.QualifiedName;

/**
 * How a product writes identifiers. A logical name that is a regular lower-case
 * identifier is written as it is and means whatever the product folds it to; any other is
 * quoted. Where it is folded to upper case, the logical name of what is stored in lower
 * case keeps its quotes.
 */
public final class Identifiers {

	private final String product;

	private final Set<String> reservedWords;

	private final int maximumBytes;

	private final boolean foldsToUpperCase;

	/**
	 * Create identifiers.
	 * @param product the product, for messages
	 * @param reservedWords the words that must be quoted, in lower case
	 * @param maximumBytes the longest identifier, in bytes of UTF-8
	 * @param foldsToUpperCase whether an unquoted identifier means the upper-case name;
	 * else it means the lower-case name
	 */
	public Identifiers(String product, Set<String> reservedWords, int maximumBytes, boolean foldsToUpperCase) {
		this.product = product;
		this.reservedWords = Set.copyOf(reservedWords);
		this.maximumBytes = maximumBytes;
		this.foldsToUpperCase = foldsToUpperCase;
	}

	/**
	 * The identifiers of a database that keeps names as they are written.
	 * @return the same, but that no name is folded
	 */
	public Identifiers unfolded() {
		return new Identifiers(this.product, this.reservedWords, this.maximumBytes, false);
	}

	/**
	 * Write an identifier, quoted if it must be.
	 * @param name the logical name
	 * @return the identifier in SQL
	 * @throws IllegalArgumentException if the product cannot have such a name
	 */
	public String quote(String name) {
		int bytes = name.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > this.maximumBytes) {
			throw new IllegalArgumentException(
					"The name '%s' has %d bytes, %s allows %d".formatted(name, bytes, this.product, this.maximumBytes));
		}
		if (name.isEmpty() || name.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("The name '%s' is empty or has a NUL character".formatted(name));
		}
		return (isRegular(name) || keepsQuotes(name)) ? name : '"' + name.replace("\"", "\"\"") + '"';
	}

	/**
	 * Make a name that is too long one that the product allows: its beginning, and a hash
	 * of the whole.
	 * @param name the logical name
	 * @return the name, or a shorter one that is always the same for it
	 */
	public String shorten(String name) {
		if (name.getBytes(StandardCharsets.UTF_8).length <= this.maximumBytes) {
			return name;
		}
		String ending = "_" + NamingConvention.hash(name);
		return beginning(name, this.maximumBytes - ending.length()) + ending;
	}

	/**
	 * The beginning of a name that is too long, as far as the product allows.
	 * @param name the name
	 * @return the name, or its beginning
	 */
	public String cut(String name) {
		return beginning(name, this.maximumBytes);
	}

	private static String beginning(String name, int bytes) {
		int end = name.length();
		while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
			end = name.offsetByCodePoints(end, -1);
		}
		return name.substring(0, end);
	}

	/**
	 * Write a name with its schema, if it has one.
	 * @param name the name
	 * @return the name in SQL
	 * @throws IllegalArgumentException if the product cannot have such a name
	 */
	public String quote(QualifiedName name) {
		return (name.schema() != null) ? quote(name.schema()) + "." + quote(name.name()) : quote(name.name());
	}

	/**
	 * Write a list of identifiers.
	 * @param names the logical names
	 * @return the identifiers in SQL, separated by commas
	 * @throws IllegalArgumentException if the product cannot have such a name
	 */
	public String quoteAll(List<String> names) {
		return String.join(", ", names.stream().map(this::quote).toList());
	}

	/**
	 * The name as the product's catalog has it.
	 * @param name the logical name
	 * @return the stored name
	 */
	public String toStored(String name) {
		if (keepsQuotes(name)) {
			return name.substring(1, name.length() - 1);
		}
		return (this.foldsToUpperCase && isRegular(name)) ? name.toUpperCase(Locale.ROOT) : name;
	}

	/**
	 * The logical name of what the product's catalog names so.
	 * @param stored the stored name
	 * @return the logical name
	 */
	public String toLogical(String stored) {
		if (!this.foldsToUpperCase) {
			return stored;
		}
		if (isFolded(stored)) {
			return '"' + stored + '"';
		}
		String lower = stored.toLowerCase(Locale.ROOT);
		return (isRegular(lower) && stored.equals(lower.toUpperCase(Locale.ROOT))) ? lower : stored;
	}

	private boolean keepsQuotes(String name) {
		return this.foldsToUpperCase && name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
				&& isFolded(name.substring(1, name.length() - 1));
	}

	private boolean isFolded(String name) {
		return isRegular(name) && !name.equals(name.toUpperCase(Locale.ROOT));
	}

	private boolean isRegular(String name) {
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			boolean letter = (c >= 'a' && c <= 'z') || c == '_';
			if (!letter && (i == 0 || c < '0' || c > '9')) {
				return false;
			}
		}
		return !this.reservedWords.contains(name);
	}

}
