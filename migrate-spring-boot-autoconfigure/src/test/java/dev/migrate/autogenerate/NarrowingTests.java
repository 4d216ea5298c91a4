package dev.migrate.autogenerate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.Types;

import static org.assertj.core.api.Assertions.assertThat;

class NarrowingTests {

	@ParameterizedTest
	@CsvSource({ "VARCHAR 50, VARCHAR 20, true", "VARCHAR 20, VARCHAR 50, false", "VARCHAR 50, VARCHAR, false",
			"VARCHAR, VARCHAR 50, true", "VARCHAR 50, TEXT, false", "TEXT, VARCHAR 50, true",
			"CHARACTER 5, VARCHAR 5, false", "CHARACTER 5, VARCHAR 4, true", "INTEGER, BIGINT, false",
			"BIGINT, INTEGER, true", "SMALLINT, INTEGER, false", "BIGINT, NUMERIC 38 0, false",
			"BIGINT, NUMERIC 10 0, true", "INTEGER, NUMERIC, false", "NUMERIC 10 2, NUMERIC 12 2, false",
			"NUMERIC 10 2, NUMERIC 10 4, true", "NUMERIC 10 2, NUMERIC 12 1, true", "NUMERIC 10 2, INTEGER, true",
			"REAL, DOUBLE, false", "DOUBLE, REAL, true", "BIGINT, DOUBLE, true", "DATE, TIMESTAMP 6, false",
			"TIMESTAMP 6, DATE, true", "TIMESTAMP 6, TIMESTAMP 3, true", "TIMESTAMP 6, TIMESTAMP 6, false",
			"UUID, TEXT, false", "TEXT, UUID, true", "BOOLEAN, INTEGER, true", "RAW citext, TEXT, false",
			"RAW citext, RAW inet, true", "ARRAY INTEGER, ARRAY BIGINT, false", "ARRAY BIGINT, ARRAY INTEGER, true",
			"TIMESTAMP 6, TIMESTAMP_WITH_TIME_ZONE 0, true", "TIMESTAMP 6, TIMESTAMP_WITH_TIME_ZONE 6, true",
			"TIMESTAMP_WITH_TIME_ZONE 6, TIMESTAMP 6, true", "TIMESTAMP, TIMESTAMP 6, false",
			"TIMESTAMP, TIMESTAMP 3, true", "TIMESTAMP 9, TIMESTAMP, true", "TIMESTAMP 3, TIMESTAMP, false",
			"DATE, TIMESTAMP_WITH_TIME_ZONE 6, true", "DATE, TIMESTAMP 0, false", "TIME 6, TIMESTAMP 6, true",
			"TIME 6, TIME_WITH_TIME_ZONE 6, true", "TIMESTAMP 6, TIME 6, true", "INTERVAL 6, INTERVAL 0, true",
			"INTERVAL, BIGINT, true", "TIMESTAMP 6, TEXT, false", "BIGINT, REAL, true", "INTEGER, REAL, true",
			"INTEGER, DOUBLE, false", "DOUBLE, NUMERIC, true", "NUMERIC, DOUBLE, true", "NUMERIC, BIGINT, true",
			"SMALLINT, NUMERIC 5 0, false", "INTEGER, NUMERIC 9 0, true", "INTEGER, NUMERIC 12 2, false",
			"INTEGER, BOOLEAN, true", "TEXT, BOOLEAN, true", "UUID, VARBINARY, true", "UUID, VARCHAR 20, true",
			"RAW json, JSON, true", "JSON, TEXT, false", "TEXT, JSON, true", "VARBINARY, TEXT, true",
			"TEXT, VARBINARY, true", "RAW oid, TEXT, true", "RAW oid, VARCHAR 255, true", "RAW oid, VARBINARY, true",
			"RAW oid, BIGINT, true", "TEXT, RAW oid, true", "ARRAY RAW oid, TEXT, true", "ARRAY INTEGER, TEXT, false",
			"ARRAY INTEGER, VARCHAR 9, true", "INTEGER, ARRAY INTEGER, true" })
	void typesWithoutRoomForAllValuesAreNarrower(String from, String to, boolean narrower) {
		assertThat(Narrowing.isPossible(type(from), type(to))).isEqualTo(narrower);
	}

	private static ColumnType type(String text) {
		String[] words = text.split(" ", 2);
		if (words[0].equals("RAW")) {
			return Types.raw(words[1]);
		}
		if (words[0].equals("ARRAY")) {
			return Types.array(type(words[1]));
		}
		String[] all = text.split(" ");
		Integer[] arguments = new Integer[all.length - 1];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = Integer.valueOf(all[i + 1]);
		}
		return Types.standard(Kind.valueOf(all[0]), arguments);
	}

}
