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
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.QualifiedName;

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
			Map.entry(Kind.JSON, "json"), Map.entry(Kind.TIME_WITH_TIME_ZONE, "time with time zone"),
			Map.entry(Kind.INTERVAL, "interval"), Map.entry(Kind.XML, "xml"));

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

	/**
	 * Check that the product has a type.
	 * @param kind the kind of type
	 * @throws UnsupportedFeatureException if it does not
	 */
	protected void require(Kind kind) {
	}

	/**
	 * Write a type of the schema.
	 * @param name its name
	 * @return the type in SQL
	 * @throws UnsupportedFeatureException if the product has none
	 */
	protected String named(QualifiedName name) {
		throw new UnsupportedFeatureException("it has no types with a name of their own, as " + name);
	}

	/**
	 * Check that there can be arrays of a type.
	 * @param element the type of the elements
	 * @throws UnsupportedFeatureException if there cannot
	 */
	protected void requireElement(ColumnType element) {
	}

	/**
	 * Write an array.
	 * @param element the type of its elements, in SQL
	 * @param dimensions how many indexes an element has
	 * @return the type in SQL
	 * @throws UnsupportedFeatureException if the product has none
	 */
	protected String array(String element, int dimensions) {
		throw new UnsupportedFeatureException("it has no arrays");
	}

	@Override
	public final String write(ColumnType type) {
		if (type instanceof Raw raw) {
			return raw.sql();
		}
		if (type instanceof Named named) {
			return named(named.name());
		}
		if (type instanceof Array array) {
			requireElement(array.element());
			return array(write(array.element()), array.dimensions());
		}
		Standard standard = (Standard) type;
		require(standard.kind());
		String name = this.names.getOrDefault(standard.kind(), standard.kind().name());
		if (standard.arguments().isEmpty() || !takesArguments(standard.kind())) {
			return name;
		}
		String arguments = "(" + String.join(",", standard.arguments().stream().map(String::valueOf).toList()) + ")";
		int suffix = name.indexOf(" with ");
		return (suffix < 0) ? name + arguments : name.substring(0, suffix) + arguments + name.substring(suffix);
	}

	/**
	 * Read a type that is none of the standard's.
	 * @param text the type
	 * @return the type
	 */
	protected ColumnType parseOther(String text) {
		return new Raw(text);
	}

	@Override
	public final ColumnType parse(String text) {
		Matcher matcher = TYPE.matcher(text.toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			return parseOther(text);
		}
		String suffix = matcher.group(3);
		Kind kind = this.kinds
			.get((suffix == null || suffix.isEmpty()) ? matcher.group(1) : matcher.group(1) + " " + suffix);
		if (kind == null) {
			return parseOther(text);
		}
		List<Integer> arguments = new ArrayList<>();
		if (matcher.group(2) != null && takesArguments(kind)) {
			for (String argument : matcher.group(2).split(",", -1)) {
				arguments.add(Integer.valueOf(argument.strip()));
			}
		}
		return (arguments.size() > kind.maximumArguments()) ? parseOther(text) : new Standard(kind, arguments);
	}

}
