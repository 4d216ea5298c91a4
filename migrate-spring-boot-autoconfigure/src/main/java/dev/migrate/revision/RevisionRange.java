package dev.migrate.revision;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * A range of revisions, {@code start:end}, of which each side may be left out.
 *
 * @param start the symbol before the colon, or {@code null} for the base
 * @param end the symbol after the colon, or {@code null} for the heads
 */
public record RevisionRange(@Nullable RevisionSymbol start, @Nullable RevisionSymbol end) {

	/**
	 * Take a range apart.
	 * @param text what was typed
	 * @return the range
	 * @throws RevisionException if the text is none
	 */
	public static RevisionRange parse(String text) {
		String[] sides = text.strip().split(":", -1);
		if (sides.length != 2) {
			throw new RevisionException(Kind.MALFORMED_SYMBOL, "'%s' is no range of revisions".formatted(text),
					"write START:END, START: or :END");
		}
		return new RevisionRange(side(sides[0]), side(sides[1]));
	}

	private static @Nullable RevisionSymbol side(String text) {
		return text.isEmpty() ? null : RevisionSymbol.parse(text);
	}

	/**
	 * The range as it is typed.
	 * @return its text
	 */
	@Override
	public String toString() {
		return ((this.start != null) ? this.start : "") + ":" + ((this.end != null) ? this.end : "");
	}

}
