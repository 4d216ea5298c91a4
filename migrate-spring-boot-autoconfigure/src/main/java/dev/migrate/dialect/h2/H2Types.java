package dev.migrate.dialect.h2;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.StandardTypeNames;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.QualifiedName;

/**
 * H2's names of types; {@code DATA_TYPE_SQL} prints those that are parsed.
 */
final class H2Types extends StandardTypeNames {

	private static final String ARRAY = " array";

	private final Identifiers identifiers;

	H2Types(Identifiers identifiers) {
		super(Map.of(),
				Map.of("character varying", Kind.VARCHAR, "binary varying", Kind.VARBINARY, "decimal", Kind.NUMERIC));
		this.identifiers = identifiers;
	}

	@Override
	protected void require(Kind kind) {
		if (kind == Kind.INTERVAL) {
			throw new UnsupportedFeatureException(
					"its intervals name their fields, write raw(\"INTERVAL DAY TO SECOND\") or the like");
		}
		if (kind == Kind.XML) {
			throw new UnsupportedFeatureException("it has no type for XML documents");
		}
	}

	@Override
	protected String named(QualifiedName name) {
		return this.identifiers.quote(name);
	}

	@Override
	protected void requireElement(ColumnType element) {
		if (element instanceof Named named) {
			throw new UnsupportedFeatureException(
					"it has no arrays of types with a name of their own, as " + named.name());
		}
	}

	@Override
	protected String array(String element, int dimensions) {
		return element + ARRAY.repeat(dimensions);
	}

	@Override
	protected ColumnType parseOther(String text) {
		int dimensions = 0;
		String element = text;
		while (element.toLowerCase(Locale.ROOT).endsWith(ARRAY)) {
			element = element.substring(0, element.length() - ARRAY.length());
			dimensions++;
		}
		return (dimensions > 0) ? new Array(parse(element), dimensions) : super.parseOther(text);
	}

	@Override
	public ColumnType read(String sql) {
		return printed(H2TypeReader.print(sql));
	}

	/**
	 * The type of a column as the catalog prints it, with the length and precision that
	 * it has if none was said.
	 */
	ColumnType printed(String text) {
		ColumnType type = parse(text);
		return (type instanceof Array array) ? new Array(usual(array.element()), array.dimensions()) : usual(type);
	}

	private ColumnType usual(ColumnType type) {
		boolean otherName = type instanceof Raw raw && raw.sql().startsWith("FLOAT");
		ColumnType named = otherName ? parse(H2TypeReader.print(((Raw) type).sql())) : type;
		return (named instanceof Standard standard) ? withUsualArguments(standard) : named;
	}

	private static ColumnType withUsualArguments(Standard type) {
		List<Integer> arguments = type.arguments();
		return switch (type.kind()) {
			case CHARACTER -> arguments.isEmpty() ? new Standard(type.kind(), List.of(1)) : type;
			case TIME, TIME_WITH_TIME_ZONE -> arguments.isEmpty() ? new Standard(type.kind(), List.of(0)) : type;
			case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
				arguments.isEmpty() ? new Standard(type.kind(), List.of(6)) : type;
			case NUMERIC -> (arguments.size() == 1) ? new Standard(type.kind(), List.of(arguments.get(0), 0)) : type;
			default -> type;
		};
	}

}
