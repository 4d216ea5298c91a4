package dev.migrate.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.kept.R1_Random;
import dev.migrate.command.outside.R1_Outside;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.testsupport.RecordingDataSource;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The statement that records a step, which PostgreSQL keeps for the time of a long run:
 * that it records what it should, that nothing of it stays, and that a session which
 * forgets it, or has become another one, does no harm.
 */
class KeptStatementTests {

	/** Those that the driver itself prepares do not come from SQL. */
	private static final String KEPT = "SELECT name FROM pg_prepared_statements WHERE from_sql";

	private static final String BACKEND = "SELECT pg_backend_pid()";

	private static final String FORGETFUL = """
			-- migrate:upgrade
			CREATE TABLE forgetful (id text);
			CREATE FUNCTION forget() RETURNS int LANGUAGE plpgsql AS
				$$ BEGIN EXECUTE 'DEALLOCATE ALL'; RETURN 1; END $$;
			CREATE FUNCTION forget_on_insert() RETURNS trigger LANGUAGE plpgsql AS
				$$ BEGIN PERFORM forget(); RETURN NEW; END $$;
			CREATE TRIGGER forgets BEFORE INSERT ON forgetful FOR EACH ROW EXECUTE FUNCTION forget_on_insert();
			""";

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.POSTGRESQL.create();

	private HikariDataSource pool;

	private RecordingDataSource recording;

	private int backend;

	@BeforeEach
	void connect() {
		this.pool = this.database.pool();
		this.recording = new RecordingDataSource(this.pool);
		this.backend = backend();
	}

	@AfterEach
	void disconnect() {
		this.pool.close();
	}

	private int backend() {
		return JdbcClient.create(this.pool).sql(BACKEND).query(Integer.class).single();
	}

	private TestApplication application() {
		return new TestApplication(this.folder, this.recording);
	}

	private List<String> sentWith(String beginning) {
		return this.recording.sent().stream().filter((sql) -> sql.startsWith(beginning)).toList();
	}

	private void assertThatTheSessionIsAsItWas() {
		assertThat(JdbcClient.create(this.pool).sql(KEPT).query(String.class).list()).isEmpty();
		assertThat(backend()).isEqualTo(this.backend);
	}

	private List<String> recorded() {
		return this.database.texts("SELECT revision FROM migrate_history ORDER BY id");
	}

	@Test
	void nothingStaysInTheSession() {
		application().tables("a", "", 12).migrate().upgrade("head");
		assertThat(sentWith("PREPARE ")).hasSize(1);
		assertThatTheSessionIsAsItWas();

		Migrate migrate = application().tables("b", "a12", 12)
			.sql("c1", "b12", "-- migrate:upgrade\nSELECT 1/0;\n")
			.migrate();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"));
		assertThat(sentWith("PREPARE ")).hasSize(2);
		assertThatTheSessionIsAsItWas();
		assertThat(recorded()).hasSize(24);
	}

	@Test
	void functionOfWhichTheDriverDoesNotSeeTheEndIsSentAlone() {
		application().tables("a", "", 10)
			.sql("b1", "a10", "-- migrate:upgrade\nCREATE FUNCTION one() RETURNS int BEGIN ATOMIC SELECT 1; END;\n")
			.migrate()
			.upgrade("head");

		assertThat(sentWith("CREATE FUNCTION one")).singleElement().asString().doesNotContain("EXECUTE");
		assertThat(recorded()).hasSize(11);
	}

	@Test
	void shortRunKeepsNone() {
		application().tables("a", "", 9).migrate().upgrade("head");

		assertThat(sentWith("PREPARE ")).isEmpty();
		assertThat(sentWith("DEALLOCATE ")).isEmpty();
	}

	@Test
	void transactionOfAllRevisionsKeepsNone() {
		application().tables("a", "", 12)
			.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
					TransactionMode.SINGLE, settings.connectTimeout(), settings.lockTimeout()))
			.migrate()
			.upgrade("head");

		assertThat(sentWith("PREPARE ")).isEmpty();
		assertThat(recorded()).hasSize(12);
	}

	@ParameterizedTest
	@ValueSource(strings = { "simple", "extendedForPrepared" })
	void driverThatDoesNotTellTheStatementsOfAMessageApartKeepsNone(String mode) {
		this.recording = new RecordingDataSource(new TestDatabase(this.database.url() + "?preferQueryMode=" + mode,
				this.database.user(), this.database.password())
			.dataSource());

		application().tables("a", "", 12).migrate().upgrade("head");

		assertThat(sentWith("PREPARE ")).isEmpty();
		assertThat(recorded()).hasSize(12);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DEALLOCATE ALL", "DO $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$",
			// Nothing of these says what they do
			"INSERT INTO forgetful VALUES (1)", "CREATE TABLE other AS SELECT forget()" })
	void sessionThatForgetsIsNoObstacle(String statement) {
		application().sql("a0", "", FORGETFUL)
			.tables("a", "a0", 5)
			.sql("b0", "a5", "-- migrate:upgrade\n" + statement + ";\nCREATE TABLE once (id int);\n")
			.tables("b", "b0", 5)
			.migrate()
			.upgrade("head");

		assertThat(sentWith("PREPARE ")).hasSize(1);
		assertThatTheSessionIsAsItWas();
		assertThat(recorded()).containsExactly("a0", "a1", "a2", "a3", "a4", "a5", "b0", "b1", "b2", "b3", "b4", "b5");
		assertThat(this.database.tablesOfRevisions()).contains("once", "a5", "b5");
	}

	@Test
	void stepOfWhichSomethingStaysIsNotExecutedAgain() {
		application().sql("a0", "", FORGETFUL)
			.tables("a", "a0", 5)
			.packages(R1_Random.class.getPackageName())
			.tables("b", "b0", 5)
			.migrate()
			.upgrade("head");

		assertThat(sentWith("CREATE TABLE once")).hasSize(1);
		assertThatTheSessionIsAsItWas();
		assertThat(this.database.texts("SELECT count(*)::text FROM forgetful")).containsExactly("1");
		assertThat(recorded()).hasSize(12);
	}

	@Test
	void lockThatIsGivenBackTooIsNoticed() {
		Migrate migrate = application()
			.sql("a0", "",
					FORGETFUL.replace("'DEALLOCATE ALL'; ", "'DEALLOCATE ALL'; PERFORM pg_advisory_unlock_all(); "))
			.tables("a", "a0", 5)
			.sql("b0", "a5", "-- migrate:upgrade\nINSERT INTO forgetful VALUES (1);\n")
			.tables("b", "b0", 5)
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("The upgrade of revision b0 (")
			.withMessageContaining("the migration lock was given back");
		assertThat(this.database.texts("SELECT id::text FROM forgetful")).isEmpty();
		assertThat(recorded()).hasSize(6);
	}

	@Test
	void failureOfTheCommitThatLooksTheSameStopsTheRun() {
		Migrate migrate = application().sql("a0", "", FORGETFUL + """
				CREATE FUNCTION forget_nothing() RETURNS trigger LANGUAGE plpgsql AS
					$$ BEGIN EXECUTE 'DEALLOCATE nothing'; RETURN NULL; END $$;
				DROP TRIGGER forgets ON forgetful;
				CREATE CONSTRAINT TRIGGER forgets AFTER INSERT ON forgetful DEFERRABLE INITIALLY DEFERRED
					FOR EACH ROW EXECUTE FUNCTION forget_nothing();
				""")
			.tables("a", "a0", 5)
			.sql("b0", "a5", "-- migrate:upgrade\nINSERT INTO forgetful VALUES (1);\n")
			.tables("b", "b0", 5)
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("The upgrade of revision b0 (")
			.withMessageContaining("prepared statement \"nothing\" does not exist");
		assertThatTheSessionIsAsItWas();
		assertThat(recorded()).hasSize(6);
	}

	@Test
	void failureOfTheRevisionThatLooksTheSameIsItsOwn() {
		AtomicInteger executions = new AtomicInteger();
		Migrate migrate = application().tables("a", "", 12)
			.packages(R1_Outside.class.getPackageName())
			.factory((type) -> new Elsewhere(executions))
			.migrate();

		migrate.upgrade("a1");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("heads"))
			.withMessageContaining("The upgrade of revision outside (")
			.withMessageContaining("S_3");
		assertThat(executions).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "on", "off" })
	void whatIsRecordedIsRecordedAsItIs(String standardConformingStrings) {
		this.database.jdbc()
			.sql("ALTER DATABASE " + this.database.texts("SELECT current_database()::text").get(0)
					+ " SET standard_conforming_strings = " + standardConformingStrings)
			.update();
		this.pool.getHikariPoolMXBean().softEvictConnections();
		String message = "It's C:\\temp\\', $1 ? {fn now()}; -- \"no\" /* comment";
		String downgrade = "DELETE FROM a1 WHERE name = E'\\\\; '';' OR name = '{1}' OR name LIKE '%\\?' /* ; */;\n";
		application().tables("a", "", 12)
			.file("b1.sql", "-- " + message
					+ TestApplication.header("b1", "a12").lines().skip(1).collect(Collectors.joining("\n", "\n", "\n"))
					+ "-- migrate:upgrade\n-- migrate:downgrade\n" + downgrade)
			.migrate()
			.upgrade("head");

		assertThat(sentWith("EXECUTE ")).singleElement().asString().contains("'b1'").contains("fn now()");
		assertThat(this.database.texts("SELECT message FROM migrate_history WHERE revision = 'b1'"))
			.containsExactly(message);
		assertThat(this.database.texts("SELECT downgrade_sql FROM migrate_history WHERE revision = 'b1'"))
			.containsExactly("-- migrate:downgrade\n" + downgrade);
	}

	@Test
	void namesOfTheTablesMayBeAnything() {
		this.database.jdbc().sql("CREATE SCHEMA \"What? A \"\"schema\"\"; $1\"").update();
		application()
			.settings((settings) -> new RuntimeSettings("What? A \"schema\"; $1", "Version?", "History '?'",
					settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()))
			.tables("a", "", 12)
			.migrate()
			.upgrade("head");

		assertThat(sentWith("PREPARE ")).hasSize(1);
		assertThat(this.database.texts("SELECT version_num FROM \"What? A \"\"schema\"\"; $1\".\"Version?\""))
			.containsExactly("a12");
		assertThat(this.database.texts("SELECT count(*)::text FROM \"What? A \"\"schema\"\"; $1\".\"History '?'\""))
			.containsExactly("12");
	}

	/**
	 * Uses another database, whose session has forgotten a statement.
	 */
	private record Elsewhere(AtomicInteger executions) implements Migration {

		@Override
		public void upgrade(Operations op) throws SQLException {
			this.executions.incrementAndGet();
			throw new SQLException("prepared statement \"S_3\" does not exist", "26000");
		}

		@Override
		public void downgrade(Operations op) {
		}

	}

}
