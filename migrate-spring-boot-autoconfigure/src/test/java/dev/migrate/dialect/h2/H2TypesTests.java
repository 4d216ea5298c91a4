package dev.migrate.dialect.h2;

import java.util.List;
import java.util.stream.Stream;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link H2Types}.
 */
class H2TypesTests {

	private final H2Types types = new H2Types(new H2Dialect().identifiers());

	/** A type, how it is written, how it is read from {@code INFORMATION_SCHEMA}. */
	static Stream<Arguments> standardTypes() {
		return Stream.of(arguments(Types.bool(), "boolean", "BOOLEAN"),
				arguments(Types.smallint(), "smallint", "SMALLINT"), arguments(Types.integer(), "integer", "INTEGER"),
				arguments(Types.bigint(), "bigint", "BIGINT"),
				arguments(Types.numeric(10, 2), "numeric(10,2)", "NUMERIC(10,2)"),
				arguments(Types.real(), "real", "REAL"),
				arguments(Types.doublePrecision(), "double precision", "DOUBLE PRECISION"),
				arguments(Types.character(3), "character(3)", "CHARACTER(3)"),
				arguments(Types.varchar(20), "varchar(20)", "CHARACTER VARYING(20)"),
				arguments(Types.text(), "character large object", "CHARACTER LARGE OBJECT"),
				arguments(new Standard(Kind.VARBINARY, List.of(16)), "varbinary(16)", "BINARY VARYING(16)"),
				arguments(Types.date(), "date", "DATE"), arguments(Types.time(0), "time(0)", "TIME(0)"),
				arguments(Types.timestamp(6), "timestamp(6)", "TIMESTAMP(6)"),
				arguments(Types.timestampWithTimeZone(3), "timestamp(3) with time zone", "TIMESTAMP(3) WITH TIME ZONE"),
				arguments(Types.uuid(), "uuid", "UUID"), arguments(Types.json(), "json", "JSON"),
				arguments(Types.timeWithTimeZone(0), "time(0) with time zone", "TIME(0) WITH TIME ZONE"));
	}

	@ParameterizedTest
	@MethodSource("standardTypes")
	void standardTypeIsWrittenAndReadAgain(ColumnType type, String written, String printed) {
		assertThat(this.types.write(type)).isEqualTo(written);
		assertThat(this.types.parse(written)).isEqualTo(type);
		assertThat(this.types.parse(printed)).isEqualTo(type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "TINYINT", "DECFLOAT(10,0)", "BINARY(3)", "BINARY LARGE OBJECT", "INTERVAL DAY TO SECOND",
			"JAVA_OBJECT", "GEOMETRY", "ENUM", "ARRAY" })
	void otherTypeStaysAsItIs(String type) {
		assertThat(this.types.parse(type)).isEqualTo(new Raw(type));
	}

}
