package dev.migrate.autogenerate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.Identifiers;

/**
 * The words of an SQL text that may be names.
 *
 * @param logical the words as logical names
 */
record Words(Set<String> logical) {

	private static final Pattern WORD = Pattern
		.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

	static Words of(String sql, Identifiers identifiers) {
		Set<String> words = new HashSet<>();
		WORD.matcher(sql).results().map((word) -> word.group()).forEach((word) -> {
			if (word.startsWith("\"")) {
				String name = word.substring(1, word.length() - 1).replace("\"\"", "\"");
				// A database of H2 may keep names in lower case
				words.addAll(List.of(name, identifiers.toLogical(name)));
			}
			else if (!word.startsWith("'")) {
				words.add(word.toLowerCase(Locale.ROOT));
			}
		});
		return new Words(words);
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

	boolean contain(String name) {
		return this.logical.contains(name);
	}

}
