package dev.migrate.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * What a person types for a revision, taken apart: {@code branch@name+offset}, of which
 * the name or the offset is there. The whole text must be a symbol; nothing of it is
 * ignored.
 *
 * @param branch the label or id in front of the {@code @}, or {@code null}
 * @param name a full or partial id, a label, {@code head}, {@code heads}, {@code base} or
 * {@code current}; {@code null} for where the database stands
 * @param offset the number of steps up, or down if it is negative; {@code null} if the
 * symbol is absolute
 */
public record RevisionSymbol(@Nullable String branch, @Nullable String name, @Nullable Integer offset) {

	static final String HEAD = "head";

	static final String HEADS = "heads";

	static final String BASE = "base";

	static final String CURRENT = "current";

	/** As in {@link Revision}: what neither an id nor a label may contain. */
	private static final String WORD = "[^@\\-+:,\\s]+";

	private static final Pattern SYMBOL = Pattern
		.compile("(?:(?<branch>" + WORD + ")@)?(?<name>" + WORD + ")?(?<offset>[+-][0-9]{1,6})?");

	/**
	 * Take a symbol apart.
	 * @param text what was typed
	 * @return the symbol
	 * @throws RevisionException if the text is none
	 */
	public static RevisionSymbol parse(String text) {
		Matcher matcher = SYMBOL.matcher(text);
		if (!matcher.matches() || (matcher.group("name") == null && matcher.group("offset") == null)) {
			throw new RevisionException(Kind.MALFORMED_SYMBOL, "'%s' is no symbol for a revision".formatted(text),
					"write an id, a label, head, heads, base, a number of steps as +1 or -1, "
							+ "or one of them in a branch as label@head; ids and labels contain none of '@-+:,'");
		}
		String offset = matcher.group("offset");
		return new RevisionSymbol(matcher.group("branch"), matcher.group("name"),
				(offset != null) ? Integer.valueOf(offset) : null);
	}

	/**
	 * Whether the symbol counts steps.
	 * @return whether it has an offset
	 */
	public boolean isRelative() {
		return this.offset != null;
	}

	/**
	 * Whether the steps are counted from where the database stands.
	 * @return whether no other revision is named
	 */
	public boolean isFromCurrent() {
		return this.name == null || this.name.equals(CURRENT);
	}

	/**
	 * The number of steps.
	 * @return the offset, 0 for an absolute symbol
	 */
	int steps() {
		return (this.offset != null) ? this.offset : 0;
	}

	/**
	 * The revision that the steps are counted from. For steps up, the branch only tells
	 * which way to go at a fork; for steps down, the revision must be on it.
	 * @return the symbol without its offset
	 */
	RevisionSymbol start() {
		return new RevisionSymbol((steps() > 0) ? null : this.branch, (this.name != null) ? this.name : CURRENT, null);
	}

	/**
	 * The symbol as it is typed.
	 * @return its text
	 */
	@Override
	public String toString() {
		return ((this.branch != null) ? this.branch + "@" : "") + ((this.name != null) ? this.name : "")
				+ ((this.offset != null) ? "%+d".formatted(this.offset) : "");
	}

}
