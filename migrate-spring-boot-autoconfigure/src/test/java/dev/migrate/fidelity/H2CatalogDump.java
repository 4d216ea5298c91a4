package dev.migrate.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What H2's {@code SCRIPT} says, but for what it says in several ways.
 */
final class H2CatalogDump extends CatalogDump {

	private static final Pattern UNCHOSEN = Pattern
		.compile("CONSTRAINT_[0-9A-F]+(_[0-9]+)?|.*_(KEY|PKEY|CHECK|FKEY)[0-9]*");

	/** After rows have taken numbers. */
	private static final Pattern RESTART = Pattern.compile(" RESTART WITH -?[0-9]+");

	/** What a running Hibernate needs for bulk statements, and makes for itself. */
	private static final Pattern TEMPORARY = Pattern
		.compile("(?s)CREATE GLOBAL TEMPORARY TABLE .*|ALTER TABLE \"[^\"]+\"\\.\"HTE?_.*");

	/** The name after a schema's name. */
	private static final Pattern NAME = Pattern.compile("(?<=(CONSTRAINT|INDEX) \"[^\"]{1,60}\"\\.\")[^\"]+(?=\")");

	/** Two types have many names, of which H2 keeps the one that was written. */
	private static final Pattern FLOAT = Pattern.compile("\\bFLOAT(?:\\(([0-9]+)\\))?");

	/** Digits up to which {@code FLOAT(n)} is the smaller type. */
	private static final int DIGITS_OF_REAL = 24;

	private static final Pattern USUAL_TIMESTAMP = Pattern.compile("\\bTIMESTAMP(?!\\()\\b");

	/** A number that was compared with a column of another type before. */
	private static final Pattern CAST = Pattern.compile("CAST\\((-?[0-9]+) AS [A-Z]+\\)");

	/** The enumerated types that Hibernate creates. */
	private static final Pattern CHECKED = Pattern
		.compile("ALTER DOMAIN (\\S+) ADD CONSTRAINT .* CHECK\\(VALUE (?:IN\\((.*)\\)|= ('.*'))\\) NOCHECK;");

	@Override
	List<String> structure(Connection connection) throws SQLException {
		List<String> script = column(connection, "SCRIPT NODATA NOPASSWORDS NOSETTINGS");
		return script.stream()
			.filter((line) -> !line.startsWith("--") && !line.startsWith("CREATE USER"))
			.filter((line) -> !TEMPORARY.matcher(line).matches())
			.flatMap((line) -> enumerated(line, script))
			.map((line) -> FLOAT.matcher(line).replaceAll(H2CatalogDump::type))
			.map((line) -> USUAL_TIMESTAMP.matcher(line).replaceAll("TIMESTAMP(6)"))
			.map((line) -> CAST.matcher(line).replaceAll("$1"))
			.map((line) -> line.replace(" DEFAULT NULL", ""))
			.map((line) -> RESTART.matcher(line).replaceAll(""))
			.map((line) -> NAME.matcher(line).replaceAll(H2CatalogDump::chosen))
			.map((line) -> line.contains(" TABLE ") ? sorted(line) : line)
			.sorted()
			.toList();
	}

	private static String chosen(MatchResult name) {
		return Matcher.quoteReplacement(chosen(name.group(), UNCHOSEN));
	}

	private static String type(MatchResult type) {
		return (type.group(1) != null && Integer.parseInt(type.group(1)) <= DIGITS_OF_REAL) ? "REAL"
				: "DOUBLE PRECISION";
	}

	/** A domain of checked texts takes the same values as one of an enumeration. */
	private static Stream<String> enumerated(String line, List<String> script) {
		Matcher check = CHECKED.matcher(line);
		if (check.matches()) {
			String values = (check.group(2) != null) ? check.group(2) : check.group(3);
			return Stream.of("CREATE DOMAIN " + check.group(1) + " AS ENUM(" + values + ");");
		}
		return script.stream()
			.map(CHECKED::matcher)
			.anyMatch((other) -> other.matches()
					&& line.startsWith("CREATE DOMAIN " + other.group(1) + " AS CHARACTER VARYING")) ? Stream.empty()
							: Stream.of(line);
	}

	/** Columns are on lines of their own. */
	private static String sorted(String statement) {
		return Stream.of(statement.split("\n"))
			.map((line) -> line.strip().replaceAll("[,;]$", ""))
			.sorted()
			.collect(Collectors.joining("\n"));
	}

	@Override
	String tableNames() {
		return """
				SELECT '"' || REPLACE(TABLE_SCHEMA, '"', '""') || '"."' || REPLACE(TABLE_NAME, '"', '""') || '"'
				FROM INFORMATION_SCHEMA.TABLES
				WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA' AND TABLE_TYPE = 'BASE TABLE'""";
	}

}
