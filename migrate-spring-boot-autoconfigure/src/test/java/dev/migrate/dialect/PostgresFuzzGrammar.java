package dev.migrate.dialect;

import java.util.Random;

/**
 * Statements of PostgreSQL for a database that has {@link #SETUP}.
 */
final class PostgresFuzzGrammar extends FuzzGrammar {

	/** Operators that begin and end as comments and dollar quotes do. */
	static final String[] OPERATORS = { "+*", "<->", "@-", "*/", "#-", "~/", "?|", "|/-?", "@@", "-/|", "^-!", "?" };

	static final String SETUP = "CREATE TABLE sink (v text, \"case\" int, \"end\" int)";

	PostgresFuzzGrammar(Random random) {
		super(random);
	}

	@Override
	String statement() {
		return switch (this.random.nextInt(12)) {
			case 0 -> "INSERT INTO sink" + space() + "(v) VALUES" + space() + "(" + string() + "), (" + string() + ")";
			case 1 -> oneOf("CREATE", "create OR" + space() + "replace") + space() + routine() + "LANGUAGE sql"
					+ space() + atomicBody();
			case 2 -> "CREATE FUNCTION " + newName("quoted") + "() RETURNS text LANGUAGE plpgsql" + space() + "AS "
					+ dollarQuoted("BEGIN RETURN " + quoted('\'') + "; END");
			case 3 -> "DO" + space() + dollarQuoted("BEGIN PERFORM 1; /* " + traps("/*", "*/", "$", "//") + " */ END");
			case 4 -> "CREATE RULE " + newName("rule") + " AS ON INSERT TO sink DO ALSO" + space() + "(SELECT "
					+ string() + ";" + space() + "SELECT " + expression(1) + ";)";
			case 5 -> "COMMENT ON TABLE sink IS" + space() + literal();
			case 6 -> "CREATE TABLE " + newName("t$" + this.random.nextInt(9)) + " (" + identifier() + " text DEFAULT "
					+ string() + " CHECK (" + expression(1) + " > 0))";
			case 7 ->
				"PREPARE " + newName("p") + " AS SELECT $1::int" + space() + oneOf(OPERATORS) + " $2::int," + string();
			default -> "SELECT" + space() + expression(2) + "," + space() + string() + " AS " + identifier() + ", "
					+ string() + space() + "FROM sink" + oneOf("", " WHERE v = " + string());
		};
	}

	private String routine() {
		String declaration = newName("atomic") + "(begin int, atomic text DEFAULT " + string() + ")" + space();
		return this.random.nextBoolean() ? "Procedure " + declaration : "FUNCTION " + declaration + "RETURNS void ";
	}

	/** A row of {@code COPY}, in which nothing but a backslash has a meaning. */
	String row() {
		return without(traps() + oneOf("", "'", "\"", "/*", "$$", "\\.") + traps(), "\n", "\r", "\t").replace("\\",
				"\\\\");
	}

	/** {@code CASE} and {@code END} in it open and close a block, or are names. */
	private String atomicBody() {
		StringBuilder body = new StringBuilder("BEGIN").append(space()).append("ATOMIC").append(space());
		for (int i = this.random.nextInt(4); i > 0; i--) {
			body.append(switch (this.random.nextInt(6)) {
				case 0 -> "INSERT INTO sink (v) VALUES (" + string() + ")";
				case 1 -> "SELECT CASE WHEN true THEN CASE 1 WHEN 2 THEN " + string() + " END ELSE " + string()
						+ space() + "END";
				case 2 -> "SELECT 1 AS " + oneOf("end", "case", "atomic", "begin");
				case 3 -> "SELECT 1" + space() + oneOf("end", "case", "atomic", "\"end\"");
				case 4 -> "SELECT s." + oneOf("case", "end", "\"case\"") + space() + "FROM sink s";
				default -> "SELECT (" + expression(1) + "), " + identifierColumn() + " FROM sink";
			}).append(space()).append(";").append(space());
		}
		return body + oneOf("END", "end");
	}

	private String identifierColumn() {
		return oneOf("v", "\"case\"", "\"end\"", "sink.end") + " AS " + identifier();
	}

	private String expression(int depth) {
		if (depth == 0) {
			return oneOf("1", "1.5e1::int", "length(" + string() + ")", "0", "(1)", "('1'::int)");
		}
		String operand = expression(depth - 1);
		return switch (this.random.nextInt(4)) {
			case 0 ->
				"(" + operand + space() + ")" + space() + oneOf("+ ", "- ", "* ") + comment() + expression(depth - 1);
			case 1 -> operand + " " + oneOf(OPERATORS) + " " + expression(depth - 1);
			case 2 -> "CASE WHEN" + space() + operand + " = 1 THEN 1" + space() + "ELSE 2 END";
			default -> "-" + blockComment(1) + operand;
		};
	}

	private String string() {
		return this.random.nextInt(6) == 0 ? "(" + literal() + space() + "||" + comment() + literal() + ")" : literal();
	}

	private String literal() {
		return switch (this.random.nextInt(7)) {
			case 0 -> oneOf("E", "e") + escaped();
			case 1 -> "E" + escaped() + oneOf("\n", " \r\n ", " -- it's; \n") + escaped();
			case 2 -> quoted('\'') + oneOf("\n", "\n  ", "--;'\n") + quoted('\'');
			case 3 -> "U&'" + traps("\\", "'") + "\\0041''" + traps("\\", "'") + "\\+00003B'";
			case 4 -> "U&'" + traps("\\", "'", "!") + "!003b' UESCAPE '!'";
			case 5 -> dollarQuoted(traps() + quoted('\'') + oneOf("", "$b$ ; $b", "$ ", "$1;"));
			default -> quoted('\'');
		};
	}

	private String escaped() {
		return "'" + traps("\\", "'") + oneOf("\\'", "\\\\", "''", "\\';", "\\n", "\\\\''", "") + traps("\\", "'")
				+ "'";
	}

	private String dollarQuoted(String content) {
		String tag = oneOf("$$", "$a$", "$body$", "$A1_$", "$é$");
		// A dollar at the end would be read with the closing tag
		return tag + without(content, tag) + " " + tag;
	}

	private String identifier() {
		String quoted = quoted('"');
		return oneOf((quoted.length() > 2 && quoted.length() < 40) ? quoted : "\"a;b\"", "a$b", "x$", "_é", "\"E'\"",
				"U&\"d\\0061t;a\"", newName("c"), "a$a$a");
	}

	@Override
	String space() {
		return this.random.nextInt(2) == 0 ? oneOf(" ", "\n", "\t", "\r\n", " \f ") : " " + comment() + oneOf("", "\n");
	}

	private String comment() {
		return this.random.nextBoolean() ? lineComment("--") : blockComment(2);
	}

	private String blockComment(int depth) {
		String nested = (depth > 0 && this.random.nextBoolean()) ? blockComment(depth - 1) : "";
		return "/*" + without(oneOf("", "*", "'", "\"", "$$") + traps(), "/*", "*/", "//") + " " + nested
				+ oneOf(" ", ";", "--", "*") + "*/";
	}

}
