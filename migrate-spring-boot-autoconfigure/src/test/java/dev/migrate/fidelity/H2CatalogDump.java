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
 * What H2's {@code SCRIPT} says.
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

	@Override
	List<String> structure(Connection connection) throws SQLException {
		return column(connection, "SCRIPT NODATA NOPASSWORDS NOSETTINGS").stream()
			.filter((line) -> !line.startsWith("--") && !line.startsWith("CREATE USER"))
			.filter((line) -> !TEMPORARY.matcher(line).matches())
			.map((line) -> RESTART.matcher(line).replaceAll(""))
			.map((line) -> NAME.matcher(line).replaceAll(H2CatalogDump::chosen))
			.map((line) -> line.contains(" TABLE ") ? sorted(line) : line)
			.sorted()
			.toList();
	}

	private static String chosen(MatchResult name) {
		return Matcher.quoteReplacement(chosen(name.group(), UNCHOSEN));
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
