package dev.migrate.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link SqliteScriptLexer}.
 */
class SqliteScriptLexerTests {

	private static final SqliteScriptLexer LEXER = new SqliteScriptLexer();

	private static final String TRIGGER = """
			CREATE TRIGGER touched AFTER UPDATE ON t
			BEGIN
				UPDATE t SET b = CASE WHEN new.a > 1 THEN 'end;' ELSE "b" END WHERE a = new.a; -- end;
				INSERT INTO log SELECT CASE new.a WHEN 1 THEN 2 END;
			END""";

	static Stream<Arguments> scripts() {
		return Stream.of(arguments("SELECT 1; SELECT 2", List.of("SELECT 1", "SELECT 2")),
				arguments("SELECT ';', 'it''s;'; SELECT 2;", List.of("SELECT ';', 'it''s;'", "SELECT 2")),
				arguments("SELECT \"a;\"\"\", `b;``c`, [d;'] FROM t; SELECT 2",
						List.of("SELECT \"a;\"\"\", `b;``c`, [d;'] FROM t", "SELECT 2")),
				arguments("-- a;\nSELECT 1 -- b;\n; /* ; /* ; */ SELECT 2", List.of("SELECT 1 -- b;", "SELECT 2")),
				arguments("-- a\rSELECT 1;\nSELECT 2", List.of("SELECT 2")),
				arguments("SELECT 'a\\'; SELECT 2", List.of("SELECT 'a\\'", "SELECT 2")),
				arguments("SELECT $$; SELECT 2", List.of("SELECT $$", "SELECT 2")),
				arguments(";;\n;SELECT 1;;", List.of("SELECT 1")),
				arguments(TRIGGER + ";\nSELECT 1;", List.of(TRIGGER, "SELECT 1")),
				arguments("create temp trigger if not exists x after delete on t begin select 1; end; select 2",
						List.of("create temp trigger if not exists x after delete on t begin select 1; end",
								"select 2")),
				arguments("CREATE TRIGGER x DELETE ON t BEGIN SELECT 1; /* ; */ END /* c */; SELECT 2",
						List.of("CREATE TRIGGER x DELETE ON t BEGIN SELECT 1; /* ; */ END /* c */", "SELECT 2")),
				arguments("EXPLAIN QUERY PLAN CREATE TRIGGER x DELETE ON t BEGIN SELECT 1; END; SELECT 2",
						List.of("EXPLAIN QUERY PLAN CREATE TRIGGER x DELETE ON t BEGIN SELECT 1; END", "SELECT 2")),
				arguments("EXPLAIN SELECT 1; SELECT 2", List.of("EXPLAIN SELECT 1", "SELECT 2")),
				arguments("CREATE TABLE trigger_log (a); END; SELECT 2",
						List.of("CREATE TABLE trigger_log (a)", "END", "SELECT 2")),
				arguments("DROP TRIGGER x; SELECT 2", List.of("DROP TRIGGER x", "SELECT 2")),
				arguments("SELECT x'00', 1e-5, .5, 0x1F, :a, @b, $c; SELECT 2",
						List.of("SELECT x'00', 1e-5, .5, 0x1F, :a, @b, $c", "SELECT 2")));
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void scriptIsSplit(String script, List<String> expected) {
		assertThat(LEXER.split(script, 1)).extracting(SqlStatement::text).isEqualTo(expected);
	}

	@Test
	void statementKnowsItsLine() {
		assertThat(LEXER.split("\n-- first\nSELECT 1;\r\n" + TRIGGER + ";\n\nSELECT\n2;", 10))
			.extracting(SqlStatement::line)
			.containsExactly(12, 13, 19);
	}

	@Test
	void splitScriptIsExecuted() throws SQLException {
		TestDatabase database = Product.SQLITE.create();
		SqliteDialect dialect = new SqliteDialect();
		try (Connection connection = database.connect()) {
			for (SqlStatement statement : LEXER.split("CREATE TABLE t (a, b); CREATE TABLE log (a);" + TRIGGER
					+ "; INSERT INTO t VALUES (2, 'x'); UPDATE t SET a = 2;", 1)) {
				dialect.execute(connection, statement);
			}
		}
		assertThat(database.texts("SELECT b FROM t")).containsExactly("end;");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|', textBlock = """
			SELECT 'a, string is not closed; its ' is missing
			SELECT "a, quoted identifier is not closed; its " is missing
			SELECT [a, quoted identifier is not closed; its ] is missing
			SELECT /* a, comment is not closed; its */ is missing""")
	void whatIsNotClosedIsNamed(String script, String problem) {
		assertThatExceptionOfType(ScriptSyntaxException.class).isThrownBy(() -> LEXER.split(script, 1))
			.withMessage(problem.replace(';', ','));
	}

	@Test
	void questionMarkIsAParameterOutsideOfQuotes() {
		assertThat(LEXER.parameterMarkers("SELECT ?, '?', \"?\", [?], `?`, ? -- ?")).containsExactly(7, 30);
		assertThat(LEXER.escapedQuestionMarks("SELECT ??")).isEmpty();
	}

}
