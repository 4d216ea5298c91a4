package dev.migrate.dialect.h2;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns types as they are written into what H2 prints of them: a type has several names.
 * {@code TEXT} and its like are not among them, they mean different types in different
 * releases.
 *
 * @see <a href="https://h2database.com/html/datatypes.html">Data Types</a>
 */
final class H2TypeReader {

	private static final Pattern TYPE = Pattern.compile("([^(]+?)\\s*(?:\\((.*?)\\)([^)]*))?", Pattern.DOTALL);

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("BOOL", "BOOLEAN"),
			Map.entry("BIT", "BOOLEAN"), Map.entry("INT", "INTEGER"), Map.entry("INT4", "INTEGER"),
			Map.entry("MEDIUMINT", "INTEGER"), Map.entry("SIGNED", "INTEGER"), Map.entry("INT2", "SMALLINT"),
			Map.entry("INT8", "BIGINT"), Map.entry("DEC", "NUMERIC"), Map.entry("NUMBER", "NUMERIC"),
			Map.entry("FLOAT4", "REAL"), Map.entry("DOUBLE", "DOUBLE PRECISION"),
			Map.entry("FLOAT8", "DOUBLE PRECISION"), Map.entry("CHAR", "CHARACTER"), Map.entry("NCHAR", "CHARACTER"),
			Map.entry("VARCHAR", "CHARACTER VARYING"), Map.entry("VARCHAR2", "CHARACTER VARYING"),
			Map.entry("NVARCHAR", "CHARACTER VARYING"), Map.entry("NVARCHAR2", "CHARACTER VARYING"),
			Map.entry("CHAR VARYING", "CHARACTER VARYING"), Map.entry("CLOB", "CHARACTER LARGE OBJECT"),
			Map.entry("NCLOB", "CHARACTER LARGE OBJECT"), Map.entry("BLOB", "BINARY LARGE OBJECT"),
			Map.entry("BYTEA", "BINARY VARYING"), Map.entry("VARBINARY", "BINARY VARYING"),
			Map.entry("DATETIME", "TIMESTAMP"));

	/** Digits up to which {@code FLOAT(n)} is the smaller type. */
	private static final int DIGITS_OF_REAL = 24;

	private H2TypeReader() {
	}

	static String print(String sql) {
		Matcher matcher = TYPE.matcher(sql.strip());
		if (sql.indexOf('"') >= 0 || !matcher.matches()) {
			return sql;
		}
		String name = upper(matcher.group(1));
		String arguments = (matcher.group(2) != null) ? matcher.group(2).strip() : "";
		String words = (matcher.group(3) != null) ? upper(matcher.group(3)) : "";
		int array = name.indexOf(" ARRAY");
		if (array > 0) {
			return print(name.substring(0, array)) + name.substring(array);
		}
		if (name.equals("FLOAT")) {
			boolean real = !arguments.isEmpty() && Integer.parseInt(arguments) <= DIGITS_OF_REAL;
			return (real ? "REAL" : "DOUBLE PRECISION") + (words.isEmpty() ? "" : " " + words);
		}
		return NAMES.getOrDefault(name, name)
				+ (arguments.isEmpty() ? "" : "(" + arguments.replaceAll("\\s*,\\s*", ", ") + ")")
				+ (words.isEmpty() ? "" : " " + words);
	}

	private static String upper(String text) {
		return text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
	}

}
