package dev.migrate.script;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message as a part of a file name. Only ASCII letters and digits are left of it:
 * accents go, and so do letters that have no such form, because a file system, an archive
 * or a JVM in the POSIX locale may not be able to name them.
 */
final class Slug {

	/** Alembic's {@code truncate_slug_length}. */
	static final int MAX_LENGTH = 40;

	private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");

	private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

	private Slug() {
	}

	/**
	 * A message in snake case.
	 * @param message the message
	 * @return its words in lower case, joined by underscores, as many as fit
	 */
	static String snakeCase(String message) {
		return words(message).toLowerCase(Locale.ROOT);
	}

	/**
	 * A message in camel case.
	 * @param message the message
	 * @return the same words as in snake case, joined without anything between them, each
	 * with a capital at its beginning
	 */
	static String camelCase(String message) {
		return Arrays.stream(words(message).split("_"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
	}

	private static String words(String message) {
		String plain = ACCENTS.matcher(Normalizer.normalize(message.replace("ß", "ss"), Normalizer.Form.NFKD))
			.replaceAll("");
		String words = SEPARATORS.matcher(plain).replaceAll("_").replaceAll("^_|_$", "");
		if (words.length() <= MAX_LENGTH) {
			return words;
		}
		String truncated = words.substring(0, MAX_LENGTH);
		int end = truncated.lastIndexOf('_');
		return (end < 0) ? truncated : truncated.substring(0, end);
	}

}
