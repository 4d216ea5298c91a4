package dev.migrate.dialect.postgresql;

import java.util.List;
import java.util.stream.Stream;

import dev.migrate.dialect.Identifiers;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Types;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link PostgresTypes}.
 */
class PostgresTypesTests {

	private final PostgresTypes types = new PostgresTypes(
			new Identifiers("PostgreSQL", PostgresKeywords.RESERVED, 63, false));

	/** A type, how it is written, how {@code format_type} prints it. */
	static Stream<Arguments> standardTypes() {
		return Stream.of(arguments(Types.bool(), "boolean", "boolean"),
				arguments(Types.smallint(), "smallint", "smallint"), arguments(Types.integer(), "integer", "integer"),
				arguments(Types.bigint(), "bigint", "bigint"),
				arguments(Types.numeric(10, 2), "numeric(10,2)", "numeric(10,2)"),
				arguments(new Standard(Kind.NUMERIC, List.of()), "numeric", "numeric"),
				arguments(Types.real(), "real", "real"),
				arguments(Types.doublePrecision(), "double precision", "double precision"),
				arguments(Types.character(3), "character(3)", "character(3)"),
				arguments(Types.varchar(20), "varchar(20)", "character varying(20)"),
				arguments(new Standard(Kind.VARCHAR, List.of()), "varchar", "character varying"),
				arguments(Types.text(), "text", "text"), arguments(Types.varbinary(), "bytea", "bytea"),
				arguments(Types.date(), "date", "date"),
				arguments(Types.time(0), "time(0)", "time(0) without time zone"),
				arguments(new Standard(Kind.TIME, List.of()), "time", "time without time zone"),
				arguments(Types.timestamp(6), "timestamp(6)", "timestamp(6) without time zone"),
				arguments(new Standard(Kind.TIMESTAMP, List.of()), "timestamp", "timestamp without time zone"),
				arguments(Types.timestampWithTimeZone(3), "timestamp(3) with time zone", "timestamp(3) with time zone"),
				arguments(new Standard(Kind.TIMESTAMP_WITH_TIME_ZONE, List.of()), "timestamp with time zone",
						"timestamp with time zone"),
				arguments(Types.uuid(), "uuid", "uuid"), arguments(Types.json(), "jsonb", "jsonb"),
				arguments(Types.timeWithTimeZone(3), "time(3) with time zone", "time(3) with time zone"),
				arguments(Types.interval(), "interval", "interval"),
				arguments(new Standard(Kind.INTERVAL, List.of(3)), "interval(3)", "interval(3)"),
				arguments(Types.xml(), "xml", "xml"), arguments(Types.array(Types.integer()), "integer[]", "integer[]"),
				arguments(Types.array(Types.varchar(9)), "varchar(9)[]", "character varying(9)[]"),
				arguments(Types.array(Types.raw("inet")), "inet[]", "inet[]"));
	}

	@ParameterizedTest
	@MethodSource("standardTypes")
	void standardTypeIsWrittenAndReadAgain(ColumnType type, String written, String printed) {
		assertThat(this.types.write(type)).isEqualTo(written);
		assertThat(this.types.parse(written)).isEqualTo(type);
		assertThat(this.types.parse(printed)).isEqualTo(type);
	}

	@Test
	void serverPrintsTypesAsExpected() {
		TestDatabase database = Product.POSTGRESQL.create();
		List<Object[]> rows = standardTypes().map(Arguments::get).toList();
		database.jdbc()
			.sql("CREATE TABLE t ("
					+ String.join(", ", rows.stream().map((row) -> "c" + rows.indexOf(row) + " " + row[1]).toList())
					+ ")")
			.update();
		assertThat(database.texts("SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
				+ "WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum"))
			.isEqualTo(rows.stream().map((row) -> (String) row[2]).toList());
	}

	@Test
	void lengthOfBytesIsNotWritten() {
		assertThat(this.types.write(new Standard(Kind.VARBINARY, List.of(16)))).isEqualTo("bytea");
	}

	@ParameterizedTest
	@ValueSource(strings = { "inet", "bit(3)", "bit varying(3)", "interval day to second(3)", "numeric(5,-2)",
			"\"char\"", "my_schema.mood", "\"My Type\"", "json", "oid", "money", "tsvector", "geometry(Point,4326)" })
	void otherTypeStaysAsItIs(String type) {
		assertThat(this.types.parse(type)).isEqualTo(new Raw(type));
		assertThat(this.types.write(new Raw(type))).isEqualTo(type);
	}

}
