package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes statements of one product, at random but such that the product executes them,
 * with every form of quote and comment around what looks like the end of one.
 */
abstract class FuzzGrammar {

	/** What a lexer that loses its way would take for something else. */
	private static final List<String> TRAPS = List.of(";", " ; ", "--", "/*", "*/", "$$", "$a$", "\\", "END", "end;",
			"BEGIN ATOMIC", "CASE", "(", ")", "[", "]", "`", "?", "??", ":x", "E", "e", "U&", "//", "x", "0", "é", "日本",
			"\uD83D\uDE00", "\t", "\n", "\r\n", "\r", "%", "{", "}", "#", "@", "|", "\u00A0", "COPY", "stdin", "$1",
			"a$b");

	protected final Random random;

	private int names;

	FuzzGrammar(Random random) {
		this.random = random;
	}

	/**
	 * Write a statement.
	 */
	abstract String statement();

	/**
	 * Write what may stand between two tokens.
	 */
	abstract String space();

	/**
	 * Write a few statements, and remember which they are.
	 */
	final FuzzedScript script() {
		StringBuilder text = new StringBuilder();
		List<SqlStatement> statements = new ArrayList<>();
		int count = 1 + this.random.nextInt(5);
		for (int i = 0; i < count; i++) {
			text.append(this.random.nextInt(3) == 0 ? space() : "\n");
			String statement = statement();
			statements.add(new SqlStatement(statement, FuzzedScript.lineAt(text)));
			text.append(statement).append(i + 1 < count || this.random.nextBoolean() ? ";" : "");
			text.append(this.random.nextInt(8) == 0 ? ";" + space() + ";" : "");
		}
		return new FuzzedScript(text.toString(), statements);
	}

	protected final String oneOf(String... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	/** A name that no other statement has. */
	protected final String newName(String prefix) {
		return prefix + "_" + this.names++;
	}

	/** Text that means nothing where it stands, without the given pieces. */
	protected final String traps(String... without) {
		StringBuilder text = new StringBuilder();
		for (int i = this.random.nextInt(6); i > 0; i--) {
			text.append(TRAPS.get(this.random.nextInt(TRAPS.size())));
		}
		String result = text.toString();
		return without(result, without);
	}

	/** A piece that is taken out must not make another one. */
	protected static String without(String text, String... pieces) {
		String result = text;
		for (String before = ""; !before.equals(result);) {
			before = result;
			for (String piece : pieces) {
				result = result.replace(piece, " ");
			}
		}
		return result;
	}

	/** Text between quotes of one character, which is written twice inside. */
	protected final String quoted(char quote) {
		String text = traps() + (this.random.nextInt(4) == 0 ? quote : "") + traps();
		return quote + text.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
	}

	protected final String lineComment(String mark) {
		return mark + traps("\n", "\r") + (this.random.nextInt(4) == 0 ? "'" : "") + oneOf("\n", "\n", "\r\n");
	}

}
