package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;

/**
 * Names of types as the SQL standard has them, with a product's exceptions.
 */
public abstract class StandardTypeNames implements TypeNames {

	/**
	 * A name, perhaps arguments, perhaps words behind them as in timestamp(6) with time
	 * zone.
	 */
	private static final Pattern TYPE = Pattern.compile("([a-z_ ]+?)\\s*(?:\\(([0-9, ]+)\\)\\s*([a-z ]*))?");

	private static final Map<Kind, String> STANDARD = Map.ofEntries(Map.entry(Kind.BOOLEAN, "boolean"),
			Map.entry(Kind.SMALLINT, "smallint"), Map.entry(Kind.INTEGER, "integer"), Map.entry(Kind.BIGINT, "bigint"),
			Map.entry(Kind.NUMERIC, "numeric"), Map.entry(Kind.REAL, "real"),
			Map.entry(Kind.DOUBLE, "double precision"), Map.entry(Kind.CHARACTER, "character"),
			Map.entry(Kind.VARCHAR, "varchar"), Map.entry(Kind.TEXT, "character large object"),
			Map.entry(Kind.VARBINARY, "varbinary"), Map.entry(Kind.DATE, "date"), Map.entry(Kind.TIME, "time"),
			Map.entry(Kind.TIMESTAMP, "timestamp"),
			Map.entry(Kind.TIMESTAMP_WITH_TIME_ZONE, "timestamp with time zone"), Map.entry(Kind.UUID, "uuid"),
			Map.entry(Kind.JSON, "json"));

	private final Map<Kind, String> names = new EnumMap<>(Kind.class);

	private final Map<String, Kind> kinds = new HashMap<>();

	/**
	 * Create names.
	 * @param names the product's names where they are not the standard's
	 * @param printed the names that its catalog prints where they are not those that are
	 * written
	 */
	protected StandardTypeNames(Map<Kind, String> names, Map<String, Kind> printed) {
		this.names.putAll(STANDARD);
		this.names.putAll(names);
		this.names.forEach((kind, name) -> this.kinds.put(name, kind));
		this.kinds.putAll(printed);
	}

	/**
	 * Whether the product's type takes a length or precision.
	 * @param kind the kind of type
	 * @return whether arguments are written
	 */
	protected boolean takesArguments(Kind kind) {
		return true;
	}

	@Override
	public final String write(ColumnType type) {
		if (type instanceof Raw raw) {
			return raw.sql();
		}
		Standard standard = (Standard) type;
		String name = this.names.getOrDefault(standard.kind(), standard.kind().name());
		if (standard.arguments().isEmpty() || !takesArguments(standard.kind())) {
			return name;
		}
		String arguments = "(" + String.join(",", standard.arguments().stream().map(String::valueOf).toList()) + ")";
		int suffix = name.indexOf(" with ");
		return (suffix < 0) ? name + arguments : name.substring(0, suffix) + arguments + name.substring(suffix);
	}

	@Override
	public final ColumnType parse(String text) {
		Matcher matcher = TYPE.matcher(text.toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			return new Raw(text);
		}
		String suffix = matcher.group(3);
		Kind kind = this.kinds
			.get((suffix == null || suffix.isEmpty()) ? matcher.group(1) : matcher.group(1) + " " + suffix);
		if (kind == null) {
			return new Raw(text);
		}
		List<Integer> arguments = new ArrayList<>();
		if (matcher.group(2) != null && takesArguments(kind)) {
			for (String argument : matcher.group(2).split(",", -1)) {
				arguments.add(Integer.valueOf(argument.strip()));
			}
		}
		return new Standard(kind, arguments);
	}

}
