package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.dialect.h2.H2ScriptLexer;
import dev.migrate.dialect.postgresql.PostgresDialect;
import dev.migrate.dialect.postgresql.PostgresScriptLexer;
import dev.migrate.dialect.sqlite.SqliteScriptLexer;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts that a grammar writes at random, split by us and executed by the product
 * itself: what it takes for one statement is one statement to us. Each script is also
 * tried with something typed into it; where the product still accepts it, we agree with
 * it again.
 */
class LexerFuzzTests {

	private static final int SCRIPTS = 500;

	private static final int MANY_SCRIPTS = 5000;

	private static final int COPIES = 60;

	/** How many scripts stay acceptable when something is typed into them. */
	private static final int MUTATIONS = 3;

	@ParameterizedTest
	@EnumSource
	void statementsAreThoseOfTheProduct(Product product) throws SQLException {
		fuzz(product, 0, SCRIPTS);
	}

	@ParameterizedTest
	@EnumSource
	@Tag("full")
	void statementsAreThoseOfTheProductManyTimes(Product product) throws SQLException {
		fuzz(product, SCRIPTS, SCRIPTS + MANY_SCRIPTS);
	}

	private static void fuzz(Product product, long from, long to) throws SQLException {
		int accepted = 0;
		try (Subject subject = Subject.of(product)) {
			for (long seed = from; seed < to; seed++) {
				Random random = new Random(seed);
				FuzzedScript script = subject.grammar(random).script();
				assertThat(subject.lexer().split(script.text(), 1)).as("seed %d:%n%s", seed, script.text())
					.isEqualTo(script.statements());
				assertThat(subject.count(script.text())).as("seed %d:%n%s", seed, script.text())
					.isEqualTo(script.statements().size());
				for (int i = 0; i < MUTATIONS; i++) {
					String mutated = script.mutated(random);
					int count = countOrRefusal(subject, mutated);
					if (count >= 0 && !isCommentLeftOpen(subject, mutated)) {
						accepted++;
						assertThat(split(subject, mutated)).as("seed %d, mutation %d:%n%s", seed, i, mutated)
							.hasSize(count)
							.allMatch((statement) -> countOrRefusal(subject, statement.text()) == 1);
					}
				}
			}
		}
		// Else the product was asked about nothing
		assertThat(accepted).isGreaterThan((int) (to - from) / 2);
	}

	@Test
	void dataOfCopyIsNoStatement() throws SQLException {
		TestDatabase database = Product.POSTGRESQL.create();
		PostgresDialect dialect = new PostgresDialect();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute(PostgresFuzzGrammar.SETUP);
			for (long seed = 0; seed < COPIES; seed++) {
				PostgresFuzzGrammar grammar = new PostgresFuzzGrammar(new Random(seed));
				List<String> rows = Stream.generate(grammar::row).limit(seed % 4).toList();
				String data = rows.stream().map((row) -> row + "\n").collect(Collectors.joining());
				String space = grammar.space();
				String script = "TRUNCATE sink;" + space + "COPY sink (v) FROM" + grammar.space() + "stdin; -- '\n"
						+ data + "\\.\nSELECT 1";
				List<SqlStatement> statements = dialect.lexer().split(script, 1);
				assertThat(statements).as("seed %d:%n%s", seed, script).hasSize(3);
				assertThat(statements.get(1).copyData()).isEqualTo(data);
				assertThat(statements.get(2)).isEqualTo(new SqlStatement("SELECT 1", FuzzedScript.lineAt(script)));
				for (SqlStatement each : statements) {
					dialect.execute(connection, each);
				}
				assertThat(database.texts("SELECT v FROM sink")).as("seed %d:%n%s", seed, script)
					.isEqualTo(rows.stream().map((row) -> row.replace("\\\\", "\\")).toList());
			}
		}
	}

	private static int countOrRefusal(Subject subject, String script) {
		try {
			return subject.count(script);
		}
		catch (SQLException ex) {
			return -1;
		}
	}

	/** SQLite takes the rest of the script for the comment: we rather refuse it. */
	private static boolean isCommentLeftOpen(Subject subject, String script) {
		try {
			subject.lexer().split(script, 1);
			return false;
		}
		catch (ScriptSyntaxException ex) {
			return subject instanceof SqliteSubject
					&& "comment is not closed, its */ is missing".equals(ex.getMessage());
		}
	}

	private static List<SqlStatement> split(Subject subject, String script) {
		try {
			return subject.lexer().split(script, 1);
		}
		catch (ScriptSyntaxException ex) {
			throw new AssertionError("Refused, though the product accepts it: " + script, ex);
		}
	}

	/**
	 * A product as the judge of what a statement is.
	 */
	private interface Subject extends AutoCloseable {

		static Subject of(Product product) throws SQLException {
			TestDatabase database = product.create();
			return switch (product) {
				case POSTGRESQL -> new PostgresSubject(database);
				case H2 -> new H2Subject(database);
				case SQLITE -> new SqliteSubject();
			};
		}

		ScriptLexer lexer();

		FuzzGrammar grammar(Random random);

		/** How many statements the product executes, whose effect is taken back. */
		int count(String script) throws SQLException;

		@Override
		void close() throws SQLException;

	}

	/**
	 * The server splits a simple query itself, and answers each statement of it.
	 *
	 * @param connection sends what it gets as a simple query, as it is
	 */
	private record PostgresSubject(Connection connection) implements Subject {

		PostgresSubject(TestDatabase database) throws SQLException {
			this(DriverManager.getConnection(database.url() + "?preferQueryMode=simple", database.user(),
					database.password()));
			try (Statement statement = this.connection.createStatement()) {
				statement.execute(PostgresFuzzGrammar.SETUP);
				statement.setEscapeProcessing(false);
				for (String operator : PostgresFuzzGrammar.OPERATORS) {
					statement.execute("CREATE OPERATOR %s (leftarg = int, rightarg = int, function = int4pl)"
						.formatted(operator));
				}
			}
			this.connection.setAutoCommit(false);
		}

		@Override
		public ScriptLexer lexer() {
			return new PostgresScriptLexer();
		}

		@Override
		public FuzzGrammar grammar(Random random) {
			return new PostgresFuzzGrammar(random);
		}

		@Override
		public int count(String script) throws SQLException {
			try (Statement statement = this.connection.createStatement()) {
				// No transaction takes these back
				statement.execute("DEALLOCATE ALL");
				statement.setEscapeProcessing(false);
				int count = 0;
				for (boolean rows = statement.execute(script); rows
						|| statement.getUpdateCount() >= 0; rows = statement.getMoreResults()) {
					count++;
				}
				return count;
			}
			finally {
				this.connection.rollback();
			}
		}

		@Override
		public void close() throws SQLException {
			this.connection.close();
		}

	}

	/**
	 * Each statement inserts a row.
	 */
	private record H2Subject(Connection connection) implements Subject {

		H2Subject(TestDatabase database) throws SQLException {
			this(database.connect());
			try (Statement statement = this.connection.createStatement()) {
				statement.execute(H2FuzzGrammar.SETUP);
			}
			this.connection.setAutoCommit(false);
		}

		@Override
		public ScriptLexer lexer() {
			return new H2ScriptLexer();
		}

		@Override
		public FuzzGrammar grammar(Random random) {
			return new H2FuzzGrammar(random);
		}

		@Override
		public int count(String script) throws SQLException {
			try (Statement statement = this.connection.createStatement()) {
				statement.setEscapeProcessing(false);
				statement.execute(script);
				return number(statement, "SELECT count(*) FROM sink");
			}
			finally {
				this.connection.rollback();
			}
		}

		@Override
		public void close() throws SQLException {
			this.connection.close();
		}

	}

	/**
	 * Each statement inserts a row, or an object, into a database of the script's own.
	 */
	private record SqliteSubject() implements Subject {

		@Override
		public ScriptLexer lexer() {
			return new SqliteScriptLexer();
		}

		@Override
		public FuzzGrammar grammar(Random random) {
			return new SqliteFuzzGrammar(random);
		}

		@Override
		public int count(String script) throws SQLException {
			try (Connection connection = DriverManager.getConnection("jdbc:sqlite:");
					Statement statement = connection.createStatement()) {
				statement.execute(SqliteFuzzGrammar.SETUP);
				statement.executeUpdate(script);
				return number(statement, "SELECT (SELECT count(*) FROM sink) + (SELECT count(*) FROM sqlite_schema)"
						+ " + (SELECT count(*) FROM sqlite_temp_schema)") - 1;
			}
		}

		@Override
		public void close() {
		}

	}

	private static int number(Statement statement, String query) throws SQLException {
		try (ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getInt(1);
		}
	}

}
