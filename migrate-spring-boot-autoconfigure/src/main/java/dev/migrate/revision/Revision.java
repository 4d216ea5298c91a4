package dev.migrate.revision;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One revision: its identifiers and where it was read from.
 *
 * @param id the identifier, 1 to {@value #MAX_ID_LENGTH} characters
 * @param downRevisions the ids of the revisions it builds on: none for a base, several
 * for a merge
 * @param branchLabels the labels it gives to the branch that it starts
 * @param dependsOn ids or labels of revisions that must be applied before it, without
 * being its ancestors
 * @param message what it does, in a line
 * @param createDate when it was written, or {@code null} if it does not say
 * @param source the file or class it was read from, as shown in messages
 */
public record Revision(String id, List<String> downRevisions, Set<String> branchLabels, List<String> dependsOn,
		String message, @Nullable Instant createDate, String source) {

	/** The longest id that the version table can hold. */
	public static final int MAX_ID_LENGTH = 32;

	private static final String ILLEGAL_CHARACTERS = "@-+:";

	private static final Set<String> SYMBOLS = Set.of("head", "heads", "base", "current");

	/**
	 * Create a revision.
	 * @throws RevisionException if the id or a label may not be one
	 */
	public Revision {
		downRevisions = distinct(downRevisions);
		branchLabels = Collections.unmodifiableSet(new LinkedHashSet<>(branchLabels));
		dependsOn = distinct(dependsOn);
		validate(id, "revision id", source);
		for (String label : branchLabels) {
			validate(label, "branch label", source);
		}
	}

	/**
	 * Whether the revision builds on no other.
	 * @return whether it is a base
	 */
	public boolean isBase() {
		return this.downRevisions.isEmpty();
	}

	/**
	 * Whether the revision joins several branches.
	 * @return whether it is a merge point
	 */
	public boolean isMergePoint() {
		return this.downRevisions.size() > 1;
	}

	private static List<String> distinct(List<String> ids) {
		return (ids.size() < 2) ? List.copyOf(ids) : List.copyOf(new LinkedHashSet<>(ids));
	}

	private static void validate(String name, String what, String source) {
		if (name.isEmpty()) {
			throw invalid("The %s in %s is empty".formatted(what, source), "give it one");
		}
		if (name.length() > MAX_ID_LENGTH) {
			throw invalid("The %s '%s' in %s has %d characters".formatted(what, name, source, name.length()),
					"use at most " + MAX_ID_LENGTH);
		}
		name.codePoints().filter(Revision::isIllegal).findFirst().ifPresent((c) -> {
			throw invalid("The %s '%s' in %s contains the character %s".formatted(what, name, source, describe(c)),
					"use none of '" + ILLEGAL_CHARACTERS + ",' and no blanks");
		});
		if (SYMBOLS.contains(name)) {
			throw invalid("The %s '%s' in %s is a symbol with a meaning of its own".formatted(what, name, source),
					"choose another name");
		}
	}

	/** What separates in symbols and lists, and what nobody sees. */
	private static boolean isIllegal(int c) {
		return c == ',' || ILLEGAL_CHARACTERS.indexOf(c) >= 0 || c == ' ' || isInvisible(c);
	}

	private static boolean isInvisible(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

	private static String describe(int c) {
		return (c != ' ' && isInvisible(c)) ? "U+%04X".formatted(c) : "'" + Character.toString(c) + "'";
	}

	private static RevisionException invalid(String problem, String remedy) {
		return new RevisionException(RevisionException.Kind.INVALID_IDENTIFIER, problem, remedy);
	}

}
