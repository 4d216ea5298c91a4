package dev.migrate.dialect.postgresql;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.TypeNames;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Standard;

/**
 * Reads types as they are written: a type has several names, and what is not said of it
 * has a value nevertheless.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
final class PostgresTypeReader {

	/** Brackets, or the word of the standard, behind the type of the elements. */
	private static final Pattern ARRAY = Pattern.compile("(.+?)\\s*(?:(\\[\\s*\\d*\\s*])|\\barray\\b)$",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern TYPE = Pattern.compile("([^(]+?)\\s*(?:\\(\\s*([^)]*?)\\s*\\)\\s*(.*))?",
			Pattern.DOTALL);

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("int", "integer"),
			Map.entry("int4", "integer"), Map.entry("int8", "bigint"), Map.entry("int2", "smallint"),
			Map.entry("float4", "real"), Map.entry("float8", "double precision"), Map.entry("bool", "boolean"),
			Map.entry("decimal", "numeric"), Map.entry("dec", "numeric"), Map.entry("char", "character"),
			Map.entry("nchar", "character"), Map.entry("bpchar", "character"), Map.entry("char varying", "varchar"),
			Map.entry("timestamptz", "timestamp with time zone"), Map.entry("timetz", "time with time zone"),
			Map.entry("varbit", "bit varying"));

	/** More digits of a second are cut off. */
	private static final int DIGITS_OF_SECOND = 6;

	/** Digits up to which {@code float(n)} is the smaller type. */
	private static final int DIGITS_OF_REAL = 24;

	private static final Set<Kind> MOMENTS = EnumSet.of(Kind.TIME, Kind.TIME_WITH_TIME_ZONE, Kind.TIMESTAMP,
			Kind.TIMESTAMP_WITH_TIME_ZONE, Kind.INTERVAL);

	private PostgresTypeReader() {
	}

	static ColumnType read(TypeNames types, String sql) {
		int dimensions = 0;
		String element = sql.strip();
		for (Matcher array = ARRAY.matcher(element); array.matches(); array = ARRAY.matcher(element)) {
			// varchar array[3] has one dimension
			boolean words = array.group(2) != null && array.group(1).toLowerCase(Locale.ROOT).endsWith(" array");
			dimensions += words ? 0 : 1;
			element = array.group(1).strip();
		}
		ColumnType type = element(types, element);
		return (dimensions > 0) ? new Array(type, dimensions) : type;
	}

	private static ColumnType element(TypeNames types, String sql) {
		Matcher matcher = TYPE.matcher(sql);
		if (sql.indexOf('"') >= 0 || !matcher.matches()) {
			return types.parse(sql);
		}
		String name = matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
		String arguments = matcher.group(2);
		String words = (matcher.group(3) != null) ? matcher.group(3).toLowerCase(Locale.ROOT) : "";
		if (name.equals("float")) {
			return types.parse(isReal(arguments) ? "real" : "double precision");
		}
		if (NAMES.containsKey(name)) {
			boolean unbounded = name.equals("bpchar") && arguments == null;
			name = unbounded ? name : NAMES.getOrDefault(name, name);
		}
		return withUsualArguments(types.parse(text(name, arguments, words)));
	}

	private static boolean isReal(@Nullable String digits) {
		return digits != null && Integer.parseInt(digits) <= DIGITS_OF_REAL;
	}

	/** The words of a moment come behind its digits. */
	private static String text(String name, @Nullable String arguments, String words) {
		int zone = name.indexOf(" with");
		String between = (arguments != null) ? "(" + arguments.replaceAll("\\s*,\\s*", ",") + ")" : "";
		String text = (zone < 0 || between.isEmpty()) ? name + between
				: name.substring(0, zone) + between + name.substring(zone);
		return words.isEmpty() ? text : text + " " + words;
	}

	private static ColumnType withUsualArguments(ColumnType type) {
		if (!(type instanceof Standard standard)) {
			return type;
		}
		List<Integer> arguments = standard.arguments();
		if (standard.kind() == Kind.CHARACTER && arguments.isEmpty()) {
			return new Standard(Kind.CHARACTER, List.of(1));
		}
		if (standard.kind() == Kind.NUMERIC && arguments.size() == 1) {
			return new Standard(Kind.NUMERIC, List.of(arguments.get(0), 0));
		}
		boolean tooExact = MOMENTS.contains(standard.kind()) && !arguments.isEmpty()
				&& arguments.get(0) > DIGITS_OF_SECOND;
		return tooExact ? new Standard(standard.kind(), List.of(DIGITS_OF_SECOND)) : standard;
	}

}
