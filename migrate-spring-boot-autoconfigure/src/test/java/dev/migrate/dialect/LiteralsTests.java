package dev.migrate.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresDialect;
import dev.migrate.dialect.sqlite.SqliteDialect;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Literals}.
 */
class LiteralsTests {

	private static final Dialect POSTGRESQL = new PostgresDialect();

	private static final Dialect H2 = new H2Dialect();

	private static final Dialect SQLITE = new SqliteDialect();

	private static final List<String> TEXTS = List.of("", "a", "it's", "''", "'", "\\", "\\'", "\\\\'", "a\\", "%s",
			"'; DROP TABLE users; --", "\\'; DROP TABLE users; --", "' || (SELECT 1) || '", "$$", "$1", "?", "??",
			"{d '2026-11-20'}", "/* */ -- ;", "a\nb\r\nc\td", "größe 漢字 🚀", "U&'\\0041'", "\\u0041", "\\x41", "E'a'",
			"\"quoted\"", "`tick`", " blank ");

	static Stream<Arguments> written() {
		return Stream.of(arguments(null, "NULL"), arguments(true, "true"), arguments(42, "42"), arguments(-7L, "-7"),
				arguments(new BigDecimal("1.50"), "1.50"),
				arguments(new BigInteger("12345678901234567890"), "12345678901234567890"), arguments(0.5, "0.5"),
				arguments("it's", "'it''s'"), arguments('x', "'x'"), arguments(new StringBuilder("b"), "'b'"),
				arguments(DayOfWeek.MONDAY, "'MONDAY'"),
				arguments(UUID.fromString("0b1f64c5-5f3e-4f6e-9f0a-0d1c2b3a4f5e"),
						"'0b1f64c5-5f3e-4f6e-9f0a-0d1c2b3a4f5e'"),
				arguments(LocalDate.of(2026, 11, 20), "DATE '2026-11-20'"),
				arguments(LocalTime.of(10, 30), "TIME '10:30:00'"),
				arguments(LocalTime.of(10, 30, 0, 5_000_000), "TIME '10:30:00.005'"),
				arguments(LocalDateTime.of(2026, 11, 20, 10, 30, 5), "TIMESTAMP '2026-11-20 10:30:05'"),
				arguments(Instant.parse("2026-11-20T10:30:00.123456Z"),
						"TIMESTAMP WITH TIME ZONE '2026-11-20 10:30:00.123456+00:00'"),
				arguments(OffsetDateTime.of(2026, 11, 20, 10, 30, 0, 0, ZoneOffset.ofHoursMinutes(-3, -30)),
						"TIMESTAMP WITH TIME ZONE '2026-11-20 10:30:00-03:30'"),
				arguments(ZonedDateTime.of(2026, 7, 1, 10, 30, 0, 0, ZoneId.of("Europe/Berlin")),
						"TIMESTAMP WITH TIME ZONE '2026-07-01 10:30:00+02:00'"));
	}

	@ParameterizedTest
	@MethodSource("written")
	void constantIsWritten(Object value, String sql) {
		assertThat(POSTGRESQL.literals().write(value)).isEqualTo(sql);
		assertThat(H2.literals().write(value)).isEqualTo(sql);
	}

	@Test
	void bytesAreWrittenAsEachProductHasThem() {
		byte[] bytes = { 0, 0x27, (byte) 0xff };
		assertThat(POSTGRESQL.literals().write(bytes)).isEqualTo("decode('0027ff', 'hex')");
		assertThat(H2.literals().write(bytes)).isEqualTo("X'0027ff'");
	}

	@Test
	void backslashIsEscapedOnPostgresWhateverItsSettings() {
		assertThat(POSTGRESQL.literals().write("a\\b'c")).isEqualTo("E'a\\\\b''c'");
		assertThat(H2.literals().write("a\\b'c")).isEqualTo("'a\\b''c'");
	}

	@Test
	void valueOfUnknownClassIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> H2.literals().write(new Date()))
			.withMessage("A value of java.util.Date cannot be written as an SQL constant");
	}

	@ParameterizedTest
	@EnumSource(Product.class)
	void textIsReadByTheServerAsItWas(Product product) throws SQLException {
		assertThat(selected(product, null, TEXTS)).isEqualTo(TEXTS);
	}

	@Test
	void textIsReadByPostgresAsItWasWhereStringsAreNotStandardConforming() throws SQLException {
		assertThat(selected(Product.POSTGRESQL, "SET standard_conforming_strings = off", TEXTS)).isEqualTo(TEXTS);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
	void valueIsReadByTheServerAsItWas(Product product) throws SQLException {
		List<Object> values = List.of(true, 42, -7L, new BigDecimal("1.50"), LocalDate.of(2026, 11, 20),
				LocalTime.of(10, 30, 15), LocalDateTime.of(2026, 11, 20, 10, 30, 5, 123_456_000),
				OffsetDateTime.of(2026, 11, 20, 10, 30, 0, 0, ZoneOffset.UTC));
		try (Connection connection = product.create().connect(); Statement statement = connection.createStatement()) {
			for (Object value : values) {
				try (ResultSet row = statement.executeQuery("SELECT " + dialect(product).literals().write(value))) {
					row.next();
					Object read = (value instanceof Long) ? row.getLong(1) : row.getObject(1, value.getClass());
					assertThat(read).isEqualTo(value);
				}
			}
		}
	}

	@Test
	void dateAndTimeAreKnownToTheDateFunctionsOfSqlite() {
		TestDatabase database = Product.SQLITE.create();
		Literals literals = SQLITE.literals();
		assertThat(database.texts("SELECT date(" + literals.write(LocalDate.of(2026, 11, 20)) + ", '+1 day')"))
			.containsExactly("2026-11-21");
		assertThat(database.texts("SELECT time(" + literals.write(LocalTime.of(10, 30, 15)) + ", '+1 hour')"))
			.containsExactly("11:30:15");
		OffsetDateTime moment = OffsetDateTime.of(2026, 11, 20, 10, 30, 0, 5_000_000, ZoneOffset.ofHours(2));
		assertThat(literals.write(moment)).isEqualTo("'2026-11-20 08:30:00.005'");
		assertThat(literals.write(moment.toLocalDateTime())).isEqualTo("'2026-11-20 10:30:00.005'");
		assertThat(database.texts("SELECT unixepoch(" + literals.write(moment) + ")"))
			.containsExactly(String.valueOf(moment.toEpochSecond()));
		assertThat(database.texts("SELECT " + literals.write(true) + " + " + literals.write(new BigDecimal("1.50"))))
			.containsExactly("2.5");
	}

	@ParameterizedTest
	@EnumSource(Product.class)
	void bytesAreReadByTheServerAsTheyWere(Product product) throws SQLException {
		byte[] bytes = { 0, 0x27, 0x5c, (byte) 0xff };
		try (Connection connection = product.create().connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT " + dialect(product).literals().write(bytes))) {
			row.next();
			assertThat(row.getBytes(1)).isEqualTo(bytes);
		}
	}

	static Stream<Arguments> inlined() {
		return Stream.of(arguments("SELECT 1", List.of(), "SELECT 1"),
				arguments("SELECT ?, '?', ? -- ?", Arrays.asList("it's", null), "SELECT 'it''s', '?', NULL -- ?"),
				arguments("INSERT INTO t VALUES (?)", List.of("?"), "INSERT INTO t VALUES ('?')"),
				arguments("SELECT ?+?", List.of(1, 2), "SELECT 1+2"));
	}

	@ParameterizedTest
	@MethodSource("inlined")
	void parametersAreInlined(String sql, List<Object> parameters, String expected) {
		SqlStatement statement = new SqlStatement(sql, 0, null, parameters);
		assertThat(POSTGRESQL.literals().inline(POSTGRESQL.lexer(), statement)).isEqualTo(expected);
		assertThat(H2.literals().inline(H2.lexer(), statement)).isEqualTo(expected);
	}

	@Test
	void textThatPostgresCannotHaveIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> POSTGRESQL.literals().write("a\0b"))
			.withMessage("PostgreSQL has no text with the character NUL");
	}

	@Test
	void numberOfParametersMustBeThatOfMarkers() {
		SqlStatement statement = new SqlStatement("SELECT ?, '?'", 0, null, List.of(1, 2));
		assertThatIllegalArgumentException().isThrownBy(() -> H2.literals().inline(H2.lexer(), statement))
			.withMessage("The statement has 1 parameter markers and is given 2 values: SELECT ?, '?'");
	}

	static Stream<Arguments> questionMarks() {
		return Stream.of(arguments("SELECT '{}'::jsonb ?? ?", List.of("a"), "SELECT '{}'::jsonb ? 'a'"),
				arguments("SELECT '{}'::jsonb ?? 'a??'", List.of(), "SELECT '{}'::jsonb ? 'a??'"),
				arguments("SELECT '{}'::jsonb ? 'a'", List.of(), "SELECT '{}'::jsonb ? 'a'"),
				arguments("SELECT '{}'::jsonb ??| array[?]", List.of("a"), "SELECT '{}'::jsonb ?| array['a']"));
	}

	@ParameterizedTest
	@MethodSource("questionMarks")
	void inlinedStatementMeansToPostgresWhatTheDriverMakesOfIt(String sql, List<Object> parameters, String expected)
			throws SQLException {
		SqlStatement statement = new SqlStatement(sql, 0, null, parameters);
		assertThat(POSTGRESQL.literals().inline(POSTGRESQL.lexer(), statement)).isEqualTo(expected);
		try (Connection connection = Product.POSTGRESQL.create().connect()) {
			POSTGRESQL.execute(connection, statement);
			POSTGRESQL.execute(connection, new SqlStatement(expected));
		}
	}

	private static List<String> selected(Product product, String setting, List<String> texts) throws SQLException {
		List<String> selected = new ArrayList<>();
		try (Connection connection = product.create().connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			if (setting != null) {
				statement.execute(setting);
			}
			for (String text : texts) {
				try (ResultSet row = statement.executeQuery("SELECT " + dialect(product).literals().write(text))) {
					row.next();
					selected.add(row.getString(1));
				}
			}
		}
		return selected;
	}

	private static Dialect dialect(Product product) {
		return switch (product) {
			case POSTGRESQL -> POSTGRESQL;
			case H2 -> H2;
			case SQLITE -> SQLITE;
		};
	}

}
