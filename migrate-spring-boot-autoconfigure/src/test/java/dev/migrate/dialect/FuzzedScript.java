package dev.migrate.dialect;

import java.util.List;
import java.util.Random;

/**
 * A script and the statements it was put together from.
 *
 * @param text the script
 * @param statements its statements, each with the line it begins on
 */
record FuzzedScript(String text, List<SqlStatement> statements) {

	private static final List<String> INSERTED = List.of("'", "''", "\"", ";", "--", "/*", "*/", "/**/", "//", "$$",
			"$a$", "\\", "\n", "\r", "(", ")", "E'", "U&'", "N'", "1", " ", "\u00A0", "\uFEFF", "?", "[", "]", "`", ":",
			"$", "e", "_", "é", "-", "/", "*", "+", "||", "AS END", "CASE", "AS", ";;", "\t", "\f");

	/**
	 * The line on which a text ends.
	 */
	static int lineAt(CharSequence text) {
		return 1 + (int) text.toString().replace("\r\n", "\n").chars().filter((c) -> c == '\n' || c == '\r').count();
	}

	/**
	 * The script after somebody typed into it, at places that mean nothing.
	 */
	String mutated(Random random) {
		StringBuilder mutated = new StringBuilder(this.text);
		for (int i = 1 + random.nextInt(2); i > 0; i--) {
			int place = random.nextInt(mutated.length());
			if (random.nextInt(4) == 0) {
				mutated.deleteCharAt(place);
			}
			else {
				mutated.insert(place, INSERTED.get(random.nextInt(INSERTED.size())));
			}
		}
		return mutated.toString();
	}

}
