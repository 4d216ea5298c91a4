package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Checksums of revisions: SHA-256 behind the kind and the version of what was summed up.
 * Checksums with different beginnings say nothing about each other.
 */
public final class Checksum {

	/** The beginning of checksums of SQL revisions. */
	public static final String SQL_PREFIX = "sql:1:";

	/** The beginning of checksums of Java revisions. */
	public static final String OPERATIONS_PREFIX = "ops:1:";

	/**
	 * Copied for each checksum: to look for the algorithm takes longer than to use it.
	 */
	private static final MessageDigest SHA_256 = lookUpDigest();

	private Checksum() {
	}

	/**
	 * Whether two checksums sum up the same kind of thing in the same way.
	 * @param one a checksum
	 * @param other another
	 * @return whether they differ only if what they sum up does
	 */
	public static boolean areComparable(String one, String other) {
		return List.of(SQL_PREFIX, OPERATIONS_PREFIX)
			.stream()
			.anyMatch((prefix) -> one.startsWith(prefix) && other.startsWith(prefix));
	}

	/**
	 * The checksum of an SQL revision. The header is left out, so that a label or a
	 * comment can be added later; line endings, blanks at the end of lines and empty
	 * lines at the end of the file never change it.
	 * @param sections its text from the first {@code -- migrate:} line to the end
	 * @return the checksum
	 */
	static String ofSections(String sections) {
		return SQL_PREFIX + sha256(normalize(sections));
	}

	/**
	 * The checksum of a Java revision.
	 * @param statements the statements of its upgrade as they are written offline
	 * @return the checksum
	 */
	public static String ofStatements(List<String> statements) {
		return OPERATIONS_PREFIX + sha256(String.join(";\n", statements));
	}

	private static String sha256(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return HexFormat.of().formatHex(newDigest().digest(bytes));
	}

	private static MessageDigest newDigest() {
		try {
			return (MessageDigest) SHA_256.clone();
		}
		catch (CloneNotSupportedException ex) {
			// Not each provider can
			return lookUpDigest();
		}
	}

	private static MessageDigest lookUpDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String normalize(String text) {
		int end = text.length();
		while (end > 0 && (isBlank(text.charAt(end - 1)) || text.charAt(end - 1) == '\n')) {
			end--;
		}
		String stripped = text.substring(0, end);
		boolean normal = !stripped.contains(" \n") && !stripped.contains("\t\n") && !stripped.contains("\r\n");
		return normal ? stripped : withoutBlanksAtLineEnds(stripped);
	}

	private static String withoutBlanksAtLineEnds(String text) {
		StringBuilder normalized = new StringBuilder(text.length());
		int end = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n') {
				normalized.setLength(end);
			}
			normalized.append(c);
			end = isBlank(c) ? end : normalized.length();
		}
		return normalized.toString();
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t' || c == '\r';
	}

}
