package dev.migrate.dialect;

import java.util.Random;

/**
 * Statements of H2 for a database that has {@link #SETUP}: each inserts one row, so that
 * the rows tell how many there were.
 */
final class H2FuzzGrammar extends FuzzGrammar {

	static final String SETUP = "CREATE TABLE sink (v varchar, n int)";

	H2FuzzGrammar(Random random) {
		super(random);
	}

	@Override
	String statement() {
		return switch (this.random.nextInt(4)) {
			case 0 -> "INSERT INTO sink" + space() + "(v) VALUES" + space() + "(" + string() + ")";
			case 1 -> "INSERT INTO sink (v) SELECT a$b.a FROM (SELECT" + space() + string() + " AS a) AS a$b";
			case 2 -> "INSERT INTO" + space() + "sink (n, v) VALUES (" + expression(2) + ", " + string() + ")";
			default -> "INSERT INTO sink (v) SELECT CASE WHEN 1 = 1" + space() + "THEN" + space() + string() + " ELSE "
					+ string() + " END";
		};
	}

	private String expression(int depth) {
		if (depth == 0) {
			return oneOf("1", "1.5", "LENGTH(" + string() + ")", "0x1F", "(2)");
		}
		return switch (this.random.nextInt(3)) {
			case 0 -> expression(depth - 1) + space() + oneOf("+ ", "- ", "* ") + comment() + expression(depth - 1);
			case 1 -> "(" + space() + expression(depth - 1) + ")";
			default -> "- " + comment() + expression(depth - 1);
		};
	}

	private String string() {
		return switch (this.random.nextInt(5)) {
			case 0 -> "$$" + traps("$") + "'" + traps("$") + " $$";
			case 1 -> "U&'" + traps("\\", "'") + "\\0041''\\+00003B'";
			case 2 -> quoted('\'') + space() + "||" + comment() + quoted('\'');
			case 3 -> "(SELECT " + aliased() + " FROM (SELECT " + quoted('\'') + ") AS " + "t(a$b))";
			default -> quoted('\'');
		};
	}

	private String aliased() {
		return "a$b AS " + oneOf("a$$b", "\"x;--\"\"\"", "`;y`", "c$");
	}

	@Override
	String space() {
		return this.random.nextInt(2) == 0 ? oneOf(" ", "\n", "\t", "\r\n", "\u00A0") : " " + comment();
	}

	private String comment() {
		return switch (this.random.nextInt(3)) {
			case 0 -> lineComment("--");
			case 1 -> lineComment("//");
			default -> blockComment(2);
		};
	}

	private String blockComment(int depth) {
		String nested = (depth > 0 && this.random.nextBoolean()) ? blockComment(depth - 1) : "";
		return "/*" + without(oneOf("", "*", "'", "\"") + traps(), "/*", "*/", "//") + " " + nested
				+ oneOf(" ", ";", "--") + "*/";
	}

}
