package dev.migrate.autogenerate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.Identifiers;
import dev.migrate.schema.QualifiedName;

/**
 * The words of an SQL text that may be names.
 *
 * @param logical the words as logical names
 */
record Words(Set<String> logical) {

	private static final String NAME = "\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*";

	private static final String LITERAL = "'(?:[^']|'')*'";

	private static final Pattern WORD = Pattern.compile(LITERAL + "|" + NAME);

	/** What a value is made to: some types have several words. */
	private static final String TYPE = "(?:::|\\bas\\s)\\s*(?:double\\s+precision|(?:character|bit)\\s+varying"
			+ "|time(?:stamp)?(?:\\s*\\(\\d+\\))?\\s+with(?:out)?\\s+time\\s+zone|(?:" + NAME + ")(?:\\.(?:" + NAME
			+ "))*)";

	private static final Pattern QUALIFIED = Pattern.compile("\\s*(?:(" + NAME + ")\\s*\\.\\s*)?(" + NAME + ")");

	/** A name that may be one of a column stands alone in a group. */
	private static final Pattern COLUMN = Pattern
		.compile(LITERAL + "|" + TYPE + "|(?:" + NAME + ")\\s*\\(|(" + NAME + ")", Pattern.CASE_INSENSITIVE);

	static Words of(String sql, Identifiers identifiers) {
		Set<String> words = new HashSet<>();
		WORD.matcher(sql).results().map((word) -> word.group()).forEach((word) -> {
			if (!word.startsWith("'")) {
				words.addAll(names(word, identifiers));
			}
		});
		return new Words(words);
	}

	private static List<String> names(String word, Identifiers identifiers) {
		if (!word.startsWith("\"")) {
			return List.of(word.toLowerCase(Locale.ROOT));
		}
		String name = word.substring(1, word.length() - 1).replace("\"\"", "\"");
		// A database of H2 may keep names in lower case
		return List.of(name, identifiers.toLogical(name));
	}

	/**
	 * An expression in which a column has another name. Types and functions of that name
	 * stay.
	 * @param sql the expression
	 * @param column the column
	 * @param newName its new name
	 * @param identifiers how the product writes identifiers
	 * @return the changed expression
	 */
	static String renamed(String sql, String column, String newName, Identifiers identifiers) {
		return COLUMN.matcher(sql).replaceAll((match) -> {
			String word = match.group(1);
			return Matcher.quoteReplacement((word != null && names(word, identifiers).contains(column))
					? identifiers.quote(newName) : match.group());
		});
	}

	/**
	 * Replace a name in a text.
	 * @param sql the text
	 * @param name the logical name
	 * @param newName the logical name that takes its place
	 * @param identifiers how the product writes identifiers
	 * @return the changed text
	 */
	static String replace(String sql, String name, String newName, Identifiers identifiers) {
		return WORD.matcher(sql)
			.replaceAll((word) -> Matcher.quoteReplacement(
					of(word.group(), identifiers).contain(name) ? identifiers.quote(newName) : word.group()));
	}

	/**
	 * Whether the text begins with a name, perhaps without its schema.
	 * @param sql the text
	 * @param name the name
	 * @param identifiers how the product writes identifiers
	 * @return whether it does
	 */
	static boolean begin(String sql, QualifiedName name, Identifiers identifiers) {
		Matcher first = QUALIFIED.matcher(sql);
		return first.lookingAt() && names(first.group(2), identifiers).contains(name.name()) && (first.group(1) == null
				|| name.schema() == null || names(first.group(1), identifiers).contains(name.schema()));
	}

	boolean contain(String name) {
		return this.logical.contains(name);
	}

}
