package dev.migrate.dialect.roundtrip;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Index;
import dev.migrate.schema.Types;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.dialect.roundtrip.RoundTripProduct.Expression.of;
import static dev.migrate.dialect.roundtrip.RoundTripProduct.Expression.same;
import static dev.migrate.dialect.roundtrip.RoundTripProduct.TypeSample.of;

/**
 * H2.
 */
final class H2RoundTrip implements RoundTripProduct {

	private final Dialect dialect = new H2Dialect();

	@Override
	public String toString() {
		return "H2";
	}

	@Override
	public Dialect dialect() {
		return this.dialect;
	}

	@Override
	public TestDatabase create() {
		return Product.H2.create();
	}

	@Override
	public Set<Feature> features() {
		return Set.of(Feature.COMMENT, Feature.STORED_COLUMN, Feature.SEQUENCE, Feature.SCHEMA,
				Feature.NULLS_NOT_DISTINCT, Feature.INDEX_NULLS, Feature.RENAME_INDEX, Feature.RENAME_CONSTRAINT,
				Feature.ENUM_TYPE);
	}

	@Override
	public List<TypeSample> types() {
		return List.of(
				of(Types.integer()).asIdentity()
					.defaults(of("0", "0"), of("1 + 2", "3"), same("-7"))
					.conditions(same("%1$s > 0"), of("%1$s in (1, 2)", "%1$s IN(1, 2)"),
							of("%1$s is null or %1$s > 2", "(%1$s IS NULL)\n    OR (%1$s > 2)"))
					.computed(same("%1$s * 2"), of("coalesce(%1$s, 0)", "COALESCE(%1$s, 0)")),
				of(Types.bigint()).asIdentity().conditions(of("%1$s between 1 and 5", "%1$s BETWEEN 1 AND 5")),
				of(Types.smallint()).asIdentity().computed(same("- %1$s")),
				of(Types.numeric(10, 2)).asKey().defaults(same("1.5")).conditions(same("%1$s <> 0.5")),
				of(Types.varchar(20)).asText()
					.defaults(same("''"), same("'it''s; -- $$'"), of("upper('x')", "'X'"))
					.conditions(same("%1$s <> ''"), of("length(%1$s) > 2", "CHAR_LENGTH(%1$s) > 2"))
					.computed(of("lower(%1$s)", "LOWER(%1$s)"), same("%1$s || 'x'")),
				of(new Standard(Kind.VARCHAR, List.of())), of(Types.character(3)).asText(), of(Types.text()),
				of(Types.varbinary()).defaults(same("X'00ff'")), of(Types.raw("BINARY(4)")),
				of(Types.raw("BINARY LARGE OBJECT")), of(Types.bool()).defaults(of("false", "FALSE")).asKey(),
				of(Types.date()).asKey().defaults(of("current_date", "CURRENT_DATE"), same("DATE '2020-02-29'")),
				of(Types.time(0)).asKey(), of(Types.timeWithTimeZone(3)), of(Types.timestamp(6)).asKey(),
				of(Types.timestampWithTimeZone(3)).asKey().defaults(of("current_timestamp", "CURRENT_TIMESTAMP")),
				of(Types.uuid()).asKey().defaults(of("random_uuid()", "RANDOM_UUID()")), of(Types.json()),
				of(Types.real()), of(Types.doublePrecision()), of(Types.raw("TINYINT")).asIdentity(),
				of(Types.raw("DECFLOAT(10)")), of(Types.raw("INTERVAL YEAR")),
				of(Types.raw("INTERVAL DAY(3) TO SECOND(4)")),
				of(Types.raw("ENUM('new', 'it''s', 'x array')")).asKey().defaults(same("'new'")),
				of(Types.raw("INTEGER ARRAY[5]")), of(Types.raw("VARCHAR_IGNORECASE(20)")).asKey(),
				of(Types.raw("ROW(\"A\" INTEGER, \"b\" CHARACTER VARYING(5))")), of(Types.raw("GEOMETRY(POINT, 4326)")),
				of(Types.raw("JAVA_OBJECT")));
	}

	@Override
	public List<ColumnType> sequenceTypes() {
		return List.of(Types.bigint(), Types.integer(), Types.smallint(), Types.numeric(20, 0), Types.numeric(6, 0));
	}

	@Override
	public boolean arrays(ColumnType element) {
		return !(element instanceof ColumnType.Named);
	}

	@Override
	public List<String> collations() {
		return List.of();
	}

	@Override
	public Expression present() {
		return of("%1$s is not null", "%1$s IS NOT NULL");
	}

	@Override
	public String printed(String column) {
		String stored = this.dialect.identifiers().toStored(column);
		if (stored.chars().allMatch((c) -> c >= ' ' && c < 0x7f)) {
			return '"' + stored.replace("\"", "\"\"") + '"';
		}
		StringBuilder printed = new StringBuilder("U&\"");
		stored.chars()
			.forEach((c) -> printed.append((c >= ' ' && c < 0x7f)
					? ((c == '"' || c == '\\') ? Character.toString(c).repeat(2) : Character.toString(c))
					: "\\%04x".formatted(c)));
		return printed.append('"').toString();
	}

	@Override
	public boolean nullsAreLarge() {
		return false;
	}

	@Override
	public List<Expression> nextValue(String sequence) {
		return List.of(of("next value for " + this.dialect.identifiers().quote(sequence),
				"NEXT VALUE FOR \"PUBLIC\"." + printed(sequence)));
	}

	@Override
	public Index vary(Index index, Random random) {
		return (random.nextInt(6) == 0) ? index.using("hash") : index;
	}

	@Override
	public List<String> dump(Connection connection) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS")) {
			while (rows.next()) {
				String line = rows.getString(1);
				if (!line.startsWith("--")) {
					lines.add(line);
				}
			}
		}
		return lines;
	}

}
