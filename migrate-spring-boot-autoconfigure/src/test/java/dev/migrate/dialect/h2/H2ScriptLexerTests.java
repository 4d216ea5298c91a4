package dev.migrate.dialect.h2;

import java.util.List;
import java.util.stream.Stream;

import dev.migrate.dialect.ScriptSyntaxException;
import dev.migrate.dialect.SqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link H2ScriptLexer}.
 */
class H2ScriptLexerTests {

	private final H2ScriptLexer lexer = new H2ScriptLexer();

	@Test
	void scriptIsSplitAtSemicolons() {
		assertThat(texts("CREATE TABLE a (id int);\n\nDROP TABLE b;\nSELECT 1"))
			.containsExactly("CREATE TABLE a (id int)", "DROP TABLE b", "SELECT 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\u00A0\r\n", ";", " ; ;; ", "-- nothing", "// nothing", "/* nothing */ ;" })
	void scriptWithoutStatementIsEmpty(String script) {
		assertThat(texts(script)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// strings
			"SELECT ';'", "SELECT 'it''s;'", "SELECT 'a' ';'", "SELECT '\\', ';'", "SELECT U&'\\0041;'",
			"SELECT N';', X'1F'",
			// identifiers
			"SELECT \";\"", "SELECT \"a\"\";\"", "SELECT `;`", "SELECT `a``;`", "SELECT U&\"\\0041;\"",
			"SELECT \"`\", `\"`, ';'",
			// dollar quotes
			"CREATE ALIAS f AS $$ int f() { return 1; } $$", "SELECT ($$;$$)", "SELECT $$'$$, ';'",
			"SELECT $$ $a$ ; $$",
			// comments
			"SELECT 1 -- ;\n + 2", "SELECT 1 -- ;\r + 2", "SELECT 1 // ;\n + 2", "SELECT 1 // '\r + 2",
			"SELECT 1 /* ; */ + 2", "SELECT /* /* ; */ ; */ 1", "SELECT /* ' */ 1", "SELECT 4 / 2 - 1",
			"SELECT '--', '//', '/*', ';'",
			// no dollar quotes
			"SELECT a$b", "SELECT a$$b", "SELECT ä$$, ';', b$$", "SELECT $1" })
	void statementIsLeftWhole(String statement) {
		assertThat(texts(statement + ";" + statement + " ; SELECT 2;")).containsExactly(statement, statement,
				"SELECT 2");
	}

	static Stream<Arguments> splits() {
		return Stream.of(arguments("SELECT 'a\\'; SELECT 2", List.of("SELECT 'a\\'", "SELECT 2")),
				arguments("SELECT a$$; SELECT b$$", List.of("SELECT a$$", "SELECT b$$")),
				arguments("SELECT $a$; SELECT $a$", List.of("SELECT $a$", "SELECT $a$")),
				arguments("SELECT (1; SELECT 2)", List.of("SELECT (1", "SELECT 2)")),
				arguments("BEGIN; COMMIT", List.of("BEGIN", "COMMIT")));
	}

	@ParameterizedTest
	@MethodSource("splits")
	void statementEndsAtSemicolon(String script, List<String> expected) {
		assertThat(texts(script)).isEqualTo(expected);
	}

	@Test
	void commentsAroundStatementsAreLeftOut() {
		assertThat(texts("""
				// before
				/* before */ SELECT 1 /* inside */ + 2; -- behind
				SELECT 2 -- before the semicolon
				;
				SELECT 3 // at the end
				""")).containsExactly("SELECT 1 /* inside */ + 2", "SELECT 2 -- before the semicolon", "SELECT 3");
	}

	@Test
	void lineIsThatOfFirstCharacterOfStatement() {
		assertThat(this.lexer.split("-- comment\r\n\r\nSELECT 1; SELECT\n2;\nSELECT '\n'; SELECT 4", 10))
			.containsExactly(new SqlStatement("SELECT 1", 12), new SqlStatement("SELECT\n2", 12),
					new SqlStatement("SELECT '\n'", 14), new SqlStatement("SELECT 4", 15));
	}

	static Stream<Arguments> unclosed() {
		return Stream.of(arguments("SELECT 1;\nSELECT\n'it''s;\n", "string is not closed, its ' is missing", 3),
				arguments("SELECT\n\"a;", "quoted identifier is not closed, its \" is missing", 2),
				arguments("SELECT `a;", "quoted identifier is not closed, its ` is missing", 1),
				arguments("CREATE ALIAS f AS\n$$ int f() {\n", "dollar quote $$ is not closed", 2),
				arguments("SELECT $$ $", "dollar quote $$ is not closed", 1),
				arguments("SELECT 1\n/* /* */ ", "comment is not closed, its */ is missing", 2));
	}

	@ParameterizedTest
	@MethodSource("unclosed")
	void whatIsNotClosedIsRefused(String script, String problem, int line) {
		assertThatExceptionOfType(ScriptSyntaxException.class).isThrownBy(() -> this.lexer.split(script, 1))
			.withMessage(problem)
			.satisfies((ex) -> assertThat(ex.getLine()).isEqualTo(line));
	}

	static Stream<Arguments> parameterMarkers() {
		return Stream.of(arguments("SELECT 1", List.of()), arguments("SELECT ?, ?+?", List.of(7, 10, 12)),
				arguments("SELECT ?2, ?1", List.of(7, 11)),
				arguments("SELECT '?', \"?\", `?`, $$?$$ /* ? */ -- ?\n // ?\n, ?", List.of(49)),
				arguments("SELECT a??(?)", List.of(11)), arguments("SELECT a??(1??)", List.of()),
				arguments("SELECT ??", List.of(7, 8)));
	}

	@ParameterizedTest
	@MethodSource("parameterMarkers")
	void parameterMarkersAreFoundOutsideOfQuotesAndComments(String statement, List<Integer> expected) {
		assertThat(this.lexer.parameterMarkers(statement)).isEqualTo(expected);
	}

	private List<String> texts(String script) {
		return this.lexer.split(script, 1).stream().map(SqlStatement::text).toList();
	}

}
