package dev.migrate.dialect.postgresql;

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
 * Tests for {@link PostgresScriptLexer}.
 */
class PostgresScriptLexerTests {

	private final PostgresScriptLexer lexer = new PostgresScriptLexer();

	@Test
	void scriptIsSplitAtSemicolons() {
		assertThat(texts("CREATE TABLE a (id int);\n\nDROP TABLE b;")).containsExactly("CREATE TABLE a (id int)",
				"DROP TABLE b");
	}

	@Test
	void lastStatementNeedsNoSemicolon() {
		assertThat(texts("SELECT 1;\nSELECT 2\n")).containsExactly("SELECT 1", "SELECT 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n\t\f\u000B\r\n", ";", " ; ;; ", "-- nothing", "/* nothing */ ;", "-- ;" })
	void scriptWithoutStatementIsEmpty(String script) {
		assertThat(texts(script)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// strings
			"SELECT ';'", "SELECT 'it''s;'", "SELECT '''', ';'", "SELECT 'a' ';'", "SELECT 'a'\n';'",
			"SELECT 'a', '\\', ';'", "SELECT 'line\n;\nline'",
			// escape strings
			"SELECT E'\\';'", "SELECT e'\\\\', ';'", "SELECT E'it''s \\'quoted\\';'", "SELECT E'\\\\\\';'",
			"SELECT+E'\\';'", "SELECT E'a'\n'\\';'", "SELECT E'a' -- more\n  '\\';'", "SELECT E'a'\r'\\';'",
			// no escape strings
			"SELECT somE'\\', ';'", "SELECT äE'\\', ';'", "SELECT _e'\\', ';'", "SELECT 1E'\\', ';'",
			"SELECT E'a', '\\', ';'", "SELECT E'a' '\\', ';'", "SELECT E'a' /* \n */ '\\', ';'", "SELECT E '\\', ';'",
			"SELECT $E'\\';'",
			// other prefixes
			"SELECT U&'\\0041;''' UESCAPE '!'", "SELECT B'01', X'1F', N'n;', b';', x';'",
			// identifiers
			"SELECT \";\"", "SELECT \"a\"\";\"", "SELECT U&\"\\0041;\"", "SELECT \"'\", ';'", "SELECT '\"', ';'",
			// comments
			"SELECT 1 -- ;\n + 2", "SELECT 1 -- ;\r + 2", "SELECT 1 -- '\n + 2", "SELECT 1 /* ; */ + 2",
			"SELECT 1 /* ' */ + 2", "SELECT /* /* ; */ ; */ 1", "SELECT /* -- */ 1", "SELECT /**/ 1",
			"SELECT /*/*/ ; */*/ 1", "SELECT /***;***/ 1", "SELECT /* 'a */ 1 /* b' */",
			// comments end an operator
			"SELECT 1 +-- ;\n 2", "SELECT 1 */* ; */ 2", "SELECT 1 <--;\n 2", "SELECT 1 @/*;*/ - 2",
			// a string is no comment
			"SELECT '--', '/*', ';'", "SELECT \"--\", \"/*\", ';'",
			// dollar quotes
			"DO $$ BEGIN NULL; END $$", "SELECT $a$;$a$", "SELECT $a$ $b$ ; $b$ $$ ; $a$", "SELECT $$ ; $a$ ; $$",
			"SELECT $ä_1$;$ä_1$", "SELECT $$'$$, ';'", "SELECT $$--$$, ';'", "SELECT $a$$$;$$a$", "SELECT $a$x$A$;$a$",
			"SELECT ($$;$$)", "SELECT+$$;$$", "SELECT 1$a$;$a$", "SELECT $_$;$_$", "SELECT $a$x$$a$",
			// no dollar quotes
			"SELECT $1, $2", "SELECT a$b$c", "SELECT $1$b$;$b$", "SELECT a$$b", "SELECT 1a$b$c", "SELECT $a b$, c$",
			"SELECT $", "SELECT $a", "SELECT ä$$, ';', b$$",
			// psql counts parentheses
			"CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)", "SELECT (1; (2); 3)",
			"SELECT '(', \"(\" /* ( */ -- (\n, $$($$, ')'" })
	void statementIsLeftWhole(String statement) {
		assertThat(texts(statement + ";" + statement + " ; SELECT 2;")).containsExactly(statement, statement,
				"SELECT 2");
	}

	static Stream<Arguments> splits() {
		return Stream.of(arguments("SELECT 'a\\'; SELECT 2", List.of("SELECT 'a\\'", "SELECT 2")),
				arguments("SELECT a$b$; SELECT c$b$", List.of("SELECT a$b$", "SELECT c$b$")),
				arguments("SELECT a$$; SELECT b$$", List.of("SELECT a$$", "SELECT b$$")),
				arguments("SELECT $1; SELECT $1", List.of("SELECT $1", "SELECT $1")),
				arguments("SELECT $1$; SELECT $1$", List.of("SELECT $1$", "SELECT $1$")),
				arguments("SELECT ä$a$; SELECT ä$a$", List.of("SELECT ä$a$", "SELECT ä$a$")),
				arguments("SELECT U&'\\'; SELECT 2", List.of("SELECT U&'\\'", "SELECT 2")),
				arguments("SELECT E'a' '\\'; SELECT 2", List.of("SELECT E'a' '\\'", "SELECT 2")),
				arguments("SELECT 1 -- a\r; SELECT 2", List.of("SELECT 1 -- a", "SELECT 2")),
				arguments("SELECT 1) ; SELECT 2", List.of("SELECT 1)", "SELECT 2")),
				arguments("SELECT a[1; SELECT 2]", List.of("SELECT a[1", "SELECT 2]")),
				arguments("BEGIN; SELECT 1; END; COMMIT", List.of("BEGIN", "SELECT 1", "END", "COMMIT")),
				arguments("BEGIN ATOMIC; END", List.of("BEGIN ATOMIC", "END")),
				arguments("SELECT CASE WHEN a THEN b END; SELECT 2",
						List.of("SELECT CASE WHEN a THEN b END", "SELECT 2")));
	}

	@ParameterizedTest
	@MethodSource("splits")
	void statementEndsAtSemicolon(String script, List<String> expected) {
		assertThat(texts(script)).isEqualTo(expected);
	}

	@Test
	void commentsAroundStatementsAreLeftOut() {
		assertThat(texts("""
				-- before
				/* before */ SELECT 1 /* inside */ + 2; -- behind
				/* between */
				SELECT 2 -- at the end
				""")).containsExactly("SELECT 1 /* inside */ + 2", "SELECT 2");
	}

	@Test
	void commentBeforeSemicolonStays() {
		assertThat(texts("SELECT 1 -- one\n; SELECT 2 /* two */ ;")).containsExactly("SELECT 1 -- one",
				"SELECT 2 /* two */");
	}

	@Test
	void lineIsThatOfFirstCharacterOfStatement() {
		assertThat(this.lexer.split("""
				-- comment

				SELECT 1; SELECT
				  2;
				/*
				 */ SELECT '
				';
				SELECT 4""", 10)).containsExactly(new SqlStatement("SELECT 1", 12), new SqlStatement("SELECT\n  2", 12),
				new SqlStatement("SELECT '\n'", 15), new SqlStatement("SELECT 4", 17));
	}

	@Test
	void everyFormOfLineEndCountsOnce() {
		assertThat(this.lexer.split("\r\n\r\nSELECT 1;\r\rSELECT 2;\n\nSELECT 3", 1)).containsExactly(
				new SqlStatement("SELECT 1", 3), new SqlStatement("SELECT 2", 5), new SqlStatement("SELECT 3", 7));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
			"create or replace function f() returns int begin atomic select 1; end",
			"CREATE PROCEDURE p() BEGIN ATOMIC DELETE FROM a; DELETE FROM b; END",
			"CREATE OR REPLACE PROCEDURE p() BEGIN /* ; */ ATOMIC DELETE FROM a; END",
			"CREATE /* ; */ FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
			"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 2 END END; "
					+ "SELECT (CASE WHEN a THEN 1 END); END",
			"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1. END; SELECT 2; END",
			"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT t.end, $1.end, \"end\", 'end'; END",
			"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS case; SELECT t.case, begin FROM t; END",
			"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC END",
			"CREATE FUNCTION begin(atomic int) RETURNS int RETURN 1",
			"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'BEGIN ATOMIC'",
			"CREATE VIEW v AS SELECT CASE WHEN a THEN 1 END" })
	void semicolonInsideSqlStandardBodyDoesNotEndStatement(String statement) {
		assertThat(texts(statement + "; BEGIN; END;")).containsExactly(statement, "BEGIN", "END");
	}

	@ParameterizedTest
	@ValueSource(strings = { "COPY t (a, b) FROM stdin", "COPY t FROM STDIN WITH (FORMAT csv)",
			"copy \"odd; table\" from stdin csv", "COPY public.\"T\" (\"a\"\"b\") FROM STDIN",
			"COPY t\nFROM -- here\n/* it */ Stdin WHERE a > 1", "COPY t FROM STDOUT" })
	void linesBehindCopyFromStdinAreItsData(String statement) {
		assertThat(this.lexer.split(statement + ";\n1\ta\n2\t'\n\\.\nSELECT 1;", 1).get(0))
			.isEqualTo(new SqlStatement(statement, 1, "1\ta\n2\t'\n"));
		assertThat(texts(statement + ";\n1\ta\n2\t'\n\\.\nSELECT 1;")).containsExactly(statement, "SELECT 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "COPY t FROM 'stdin'", "COPY t TO STDOUT", "COPY (SELECT * FROM stdin) TO STDOUT",
			"COPY stdin FROM 'file'", "COPY t FROM PROGRAM 'stdin'", "SELECT copy FROM stdin", "COPY t FROM E'stdin'",
			"COPY \"from\" TO stdin", "COPY t FROM \"stdin\"", "SELECT 'COPY t FROM stdin'",
			"CREATE TABLE copy AS SELECT * FROM stdin" })
	void otherStatementHasNoData(String statement) {
		assertThat(this.lexer.split(statement + ";\nSELECT 1;", 1)).containsExactly(new SqlStatement(statement, 1),
				new SqlStatement("SELECT 1", 2));
	}

	@Test
	void dataOfCopyIsTakenAsItIs() {
		assertThat(this.lexer.split("""
				COPY t FROM stdin;  -- the data
				;
				-- '
				 \\.
				\\.x

				\\\\.
				\\.
				COPY u FROM stdin;
				\\.
				SELECT 1""", 3)).containsExactly(
				new SqlStatement("COPY t FROM stdin", 3, ";\n-- '\n \\.\n\\.x\n\n\\\\.\n"),
				new SqlStatement("COPY u FROM stdin", 11, ""), new SqlStatement("SELECT 1", 13));
	}

	@Test
	void lineEndsOfCopyDataAreNormalised() {
		assertThat(this.lexer.split("COPY t FROM stdin;\r\n1\r\n2\r\n\\.\r\nSELECT 1;\r\n", 1))
			.containsExactly(new SqlStatement("COPY t FROM stdin", 1, "1\n2\n"), new SqlStatement("SELECT 1", 5));
	}

	@Test
	void endOfCopyDataMayEndTheScript() {
		assertThat(this.lexer.split("COPY t FROM stdin;\n1\n\\.", 1))
			.containsExactly(new SqlStatement("COPY t FROM stdin", 1, "1\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "COPY t\nFROM stdin;\n1\n2\n", "COPY t FROM stdin;", "COPY t FROM stdin",
			"COPY t FROM stdin;\n\\. \n", "COPY t FROM stdin;\n\\.\\.\n" })
	void copyDataThatDoesNotEndIsRefused(String script) {
		assertProblem("SELECT 1;\n\n" + script, "data of COPY … FROM stdin does not end, the line \\. is missing", 3);
	}

	@Test
	void statementOnTheLineOfCopyIsRefused() {
		assertProblem("\nCOPY t FROM stdin; SELECT 1;\n1\n\\.\n",
				"nothing may follow COPY … FROM stdin on its line, its data begins on the next", 2);
	}

	static Stream<Arguments> psqlCommands() {
		return Stream.of(arguments("\\connect other", "psql command '\\connect' is not SQL", 1),
				arguments("-- PostgreSQL database dump\n\n\\restrict yIsc8\n", "psql command '\\restrict' is not SQL",
						3),
				arguments("SELECT 1;\n  \\d+ t", "psql command '\\d+' is not SQL", 2),
				arguments("SELECT 1; \\q", "psql command '\\q' is not SQL", 1),
				arguments("SELECT 1\n\\gexec\n", "psql command '\\gexec' is not SQL", 2),
				arguments("\\.\n", "psql command '\\.' is not SQL", 1),
				arguments("\\set a 1\\echo", "psql command '\\set' is not SQL", 1));
	}

	@ParameterizedTest
	@MethodSource("psqlCommands")
	void psqlCommandIsRefused(String script, String problem, int line) {
		assertProblem(script, problem, line);
	}

	static Stream<Arguments> unclosed() {
		return Stream.of(arguments("SELECT 1;\nSELECT\n'it''s;\n", "string is not closed, its ' is missing", 3),
				arguments("SELECT '", "string is not closed, its ' is missing", 1),
				arguments("SELECT ''' ", "string is not closed, its ' is missing", 1),
				arguments("\nSELECT E'\\';\n", "string is not closed, its ' is missing", 2),
				arguments("SELECT E'\\", "string is not closed, its ' is missing", 1),
				arguments("SELECT E'a'\n'b", "string is not closed, its ' is missing", 1),
				arguments("SELECT\n\"a;", "quoted identifier is not closed, its \" is missing", 2),
				arguments("DO\n$$ BEGIN\n", "dollar quote $$ is not closed", 2),
				arguments("SELECT $body$ $Body$ $$", "dollar quote $body$ is not closed", 1),
				arguments("SELECT $a$", "dollar quote $a$ is not closed", 1),
				arguments("SELECT 1\n/* /* */ ", "comment is not closed, its */ is missing", 2),
				arguments("/*/", "comment is not closed, its */ is missing", 1));
	}

	@ParameterizedTest
	@MethodSource("unclosed")
	void whatIsNotClosedIsRefused(String script, String problem, int line) {
		assertProblem(script, problem, line);
	}

	@Test
	void lineOfProblemIsThatOfTheFile() {
		assertThatExceptionOfType(ScriptSyntaxException.class).isThrownBy(() -> this.lexer.split("SELECT 1;\n'", 40))
			.satisfies((ex) -> assertThat(ex.getLine()).isEqualTo(41));
	}

	static Stream<Arguments> parameterMarkers() {
		return Stream.of(arguments("SELECT 1", List.of()), arguments("?", List.of(0)),
				arguments("SELECT ?, ?+?", List.of(7, 10, 12)),
				arguments("SELECT '?', \"?\", $$?$$, $a$?$a$, E'\\'?' /* ? */ -- ?\n, ?", List.of(55)),
				arguments("SELECT a ?? 'b' AND a ??| ? AND a ??& b", List.of(26)), arguments("SELECT ????", List.of()),
				arguments("SELECT ???", List.of(9)), arguments("SELECT $1, a$?", List.of(13)));
	}

	@ParameterizedTest
	@MethodSource("parameterMarkers")
	void parameterMarkersAreFoundOutsideOfQuotesAndComments(String statement, List<Integer> expected) {
		assertThat(this.lexer.parameterMarkers(statement)).isEqualTo(expected);
	}

	@Test
	void parameterMarkersOfUnclosedStatementAreRefused() {
		assertThatExceptionOfType(ScriptSyntaxException.class)
			.isThrownBy(() -> this.lexer.parameterMarkers("SELECT ?,\n'"))
			.withMessage("string is not closed, its ' is missing")
			.satisfies((ex) -> assertThat(ex.getLine()).isEqualTo(2));
	}

	private List<String> texts(String script) {
		return this.lexer.split(script, 1).stream().map(SqlStatement::text).toList();
	}

	private void assertProblem(String script, String problem, int line) {
		assertThatExceptionOfType(ScriptSyntaxException.class).isThrownBy(() -> this.lexer.split(script, 1))
			.withMessage(problem)
			.satisfies((ex) -> assertThat(ex.getLine()).isEqualTo(line));
	}

}
