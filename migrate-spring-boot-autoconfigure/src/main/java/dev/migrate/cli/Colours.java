package dev.migrate.cli;

/**
 * Colours of text, if they are wanted.
 *
 * @param wanted whether they are
 */
record Colours(boolean wanted) {

	private static final String YELLOW = "\u001B[33m";

	private static final String CYAN = "\u001B[36m";

	private static final String RESET = "\u001B[0m";

	String id(String text) {
		return coloured(YELLOW, text);
	}

	String marks(String text) {
		return coloured(CYAN, text);
	}

	private String coloured(String colour, String text) {
		return (this.wanted && !text.isEmpty()) ? colour + text + RESET : text;
	}

}
