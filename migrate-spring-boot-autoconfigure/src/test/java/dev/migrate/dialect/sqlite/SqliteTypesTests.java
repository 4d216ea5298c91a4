package dev.migrate.dialect.sqlite;

import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqliteTypes}.
 */
class SqliteTypesTests {

	private final SqliteTypes types = new SqliteTypes();

	@ParameterizedTest
	@ValueSource(strings = { "boolean", "smallint", "integer", "bigint", "numeric", "numeric(38)", "numeric(10,2)",
			"real", "double precision", "char(3)", "varchar(255)", "text", "blob", "date", "time", "timestamp", "uuid",
			"json", "", "my own type (1)" })
	void whatIsReadIsWrittenAgain(String type) {
		assertThat(this.types.write(this.types.parse(type))).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "INT, INTEGER", "float, DOUBLE", "Double, DOUBLE", "decimal, NUMERIC", "datetime, TIMESTAMP",
			"clob, TEXT", "character varying, VARCHAR", "timestamp(6), TIMESTAMP" })
	void otherNamesAreKnown(String type, Kind kind) {
		assertThat(this.types.parse(type)).isInstanceOfSatisfying(Standard.class,
				(standard) -> assertThat(standard.kind()).isEqualTo(kind));
	}

	@Test
	void momentIsATimestampAndNothingBoundsDigitsOrBytes() {
		assertThat(this.types.write(Types.timestampWithTimeZone(6))).isEqualTo("timestamp");
		assertThat(this.types.write(Types.time(0))).isEqualTo("time");
		assertThat(this.types.write(Types.varbinary())).isEqualTo("blob");
	}

	@Test
	void anyOtherTypeIsKeptAsItIs() {
		assertThat(this.types.parse("unsigned big int(3,4)")).isEqualTo(new Raw("unsigned big int(3,4)"));
	}

}
