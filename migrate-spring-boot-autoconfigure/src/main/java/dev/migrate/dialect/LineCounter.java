package dev.migrate.dialect;

/**
 * Counts the line ends between one place of a text and the next, so that the text is
 * counted through once.
 */
final class LineCounter {

	private final String text;

	private int position;

	private int line;

	LineCounter(String text, int firstLine) {
		this.text = text;
		this.line = firstLine;
	}

	/**
	 * The line of a place.
	 * @param target the index of a character, not less than in the call before
	 * @return the line it is on
	 */
	int lineOf(int target) {
		for (; this.position < target; this.position++) {
			char c = this.text.charAt(this.position);
			// A \r is a line end, \r\n is one and not two
			if (c == '\n' || (c == '\r' && !this.text.startsWith("\n", this.position + 1))) {
				this.line++;
			}
		}
		return this.line;
	}

}
