package dev.migrate.dialect;

import java.util.Random;

/**
 * Statements of SQLite for a database that has {@link #SETUP}: each adds one row to the
 * sink or to the schema, so that the rows tell how many there were.
 */
final class SqliteFuzzGrammar extends FuzzGrammar {

	static final String SETUP = "CREATE TABLE sink (v text, n int)";

	SqliteFuzzGrammar(Random random) {
		super(random);
	}

	@Override
	String statement() {
		return switch (this.random.nextInt(5)) {
			case 0 -> trigger();
			case 1 -> "INSERT INTO" + space() + "sink (n, v) VALUES (" + expression(2) + ", " + string() + ")";
			case 2 -> "INSERT INTO sink (v) SELECT" + space() + string() + " AS " + identifier();
			case 3 -> "CREATE TABLE " + newName("t") + " (" + identifier() + " text DEFAULT " + quoted('\'') + ")";
			default -> "INSERT INTO sink" + space() + "(v) VALUES" + space() + "(" + string() + ")";
		};
	}

	private String trigger() {
		StringBuilder body = new StringBuilder();
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			body.append(switch (this.random.nextInt(3)) {
				case 0 -> "SELECT CASE WHEN new.n = 1 THEN" + space() + string() + " ELSE 2 END";
				case 1 -> "UPDATE sink SET v = " + string() + " WHERE n =" + space() + expression(1);
				default -> "SELECT " + string() + " AS " + identifier();
			}).append(space()).append(";").append(space());
		}
		return oneOf("CREATE", "create" + space() + "TEMP", "CREATE TEMPORARY") + space()
				+ oneOf("TRIGGER ", "trigger ") + oneOf("", "IF NOT EXISTS ") + newName("trigger") + space()
				+ "AFTER UPDATE ON main.sink" + space() + "BEGIN" + space() + body + oneOf("END", "end");
	}

	private String expression(int depth) {
		if (depth == 0) {
			return oneOf("1", "1.5e+1", "length(" + string() + ")", "0x1F", "(2)", ".5", "x'3B'");
		}
		return switch (this.random.nextInt(4)) {
			case 0 -> expression(depth - 1) + space() + oneOf("+ ", "|| ", "* ") + comment() + expression(depth - 1);
			case 1 -> "(" + space() + expression(depth - 1) + ")";
			case 2 -> "CASE WHEN" + space() + expression(depth - 1) + " THEN 1 END";
			default -> "-" + blockComment() + expression(depth - 1);
		};
	}

	private String string() {
		return this.random.nextInt(3) == 0 ? "(" + quoted('\'') + space() + "||" + comment() + quoted('\'') + ")"
				: quoted('\'');
	}

	private String identifier() {
		return oneOf("\"" + traps() + "x\"\"\"", "[" + traps("]") + "x]", "`" + traps("`") + "x`", "a$b", "é");
	}

	@Override
	String space() {
		return this.random.nextInt(2) == 0 ? oneOf(" ", "\n", "\t", "\r\n", "\f") : " " + comment();
	}

	private String comment() {
		return this.random.nextBoolean() ? lineComment("--") : blockComment();
	}

	private String blockComment() {
		return "/*" + without(oneOf("", "*", "'", "\"", "/*") + traps(), "*/") + " " + oneOf("", ";", "--") + "*/";
	}

}
