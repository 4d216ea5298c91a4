package dev.migrate.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.last.R1_Last;
import dev.migrate.revision.MigrateException;
import dev.migrate.runtime.LockMode;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.testsupport.RecordingDataSource;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * The last statement of a revision, its record and the commit are one message: whichever
 * of them fails, the user is told the same as if they were sent one by one.
 */
class LastStatementFailureTests extends AbstractLastStatementTests {

	private static final String EARLIER_STAY = "it was rolled back, earlier revisions stay: ";

	private static void assertThatItFails(Migrate migrate, Consumer<MigrationException> requirements) {
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> migrate.upgrade("head"))
			.asInstanceOf(type(MigrationException.class))
			.satisfies(requirements);
	}

	@ParameterizedTest
	@ValueSource(strings = { "INSERT INTO missing VALUES (1)", "CREATE TABLE a1 (id int)",
			// What a wrong record and a concurrent change look like
			"INSERT INTO a1 VALUES (CAST('migrate' AS int))", "INSERT INTO a1 VALUES (1), (1)",
			"INSERT INTO a1 SELECT 1, (SELECT 'x' FROM generate_series(1, 2))",
			"INSERT INTO migrate_version VALUES ('a5')" })
	void failureIsItsOwn(String statement) {
		assertThatItFails(migrate("CREATE TABLE first (id int);\n" + statement + ";"), (ex) -> {
			assertThat(ex.getKind()).isEqualTo(Kind.STEP_FAILED);
			assertThat(ex).hasMessageContaining("The upgrade of revision b0 (")
				.hasMessageContaining(" failed at line 9: ERROR: ")
				.hasMessageContaining("; the statement is: " + statement + "; " + EARLIER_STAY);
		});

		assertThat(messages(statement)).singleElement().asString().contains("EXECUTE migrate_");
		assertThatItIsTheEndOf("a5");
		assertThat(this.database.tablesOfRevisions()).doesNotContain("first");
	}

	@Test
	void failureOfTheOnlyStatementIsItsOwn() {
		assertThatItFails(migrate("INSERT INTO missing VALUES (1);"),
				(ex) -> assertThat(ex).hasMessageContaining(" failed at line 8: ERROR: ")
					.hasMessageContaining("; the statement is: INSERT INTO missing VALUES (1); " + EARLIER_STAY));

		assertThatItIsTheEndOf("a5");
	}

	@Test
	void failureOfJavaRevisionIsItsOwn() {
		this.database.jdbc().sql("CREATE TABLE taken (id int); CREATE INDEX b0_name ON taken (id)").update();

		assertThatItFails(migrate(new R1_Last()),
				(ex) -> assertThat(ex).hasMessageContaining(" failed at line 19: ERROR: ")
					.hasMessageContaining("; the statement is: CREATE UNIQUE INDEX b0_name "));
		assertThatItIsTheEndOf("a5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE b0 (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)",
			"CREATE TABLE b0 (id int REFERENCES a1 DEFERRABLE INITIALLY DEFERRED)" })
	void failureOfTheCommitIsNotItsOwn(String table) {
		assertThatItFails(migrate(table + ";\nINSERT INTO b0 VALUES (1), (1);"), (ex) -> {
			assertThat(ex.getKind()).isEqualTo(Kind.STEP_FAILED);
			assertThat(ex).hasMessageContaining(") failed: ERROR: ")
				.hasMessageContaining("\"b0_id_")
				.hasMessageContaining(EARLIER_STAY)
				.hasMessageNotContaining("the statement is");
		});

		assertThat(messages("INSERT INTO b0")).singleElement().asString().contains("EXECUTE migrate_");
		assertThatItIsTheEndOf("a5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "21000", "22P02", "23505" })
	void failureOfATriggerAtTheCommitIsNotTakenForAChangeByAnother(String state) {
		assertThatItFails(migrate("""
				CREATE TABLE b0 (id int);
				CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
					$$ BEGIN RAISE 'none is wanted' USING ERRCODE = '%s'; END $$;
				CREATE CONSTRAINT TRIGGER refuses AFTER INSERT ON b0 DEFERRABLE INITIALLY DEFERRED
					FOR EACH ROW EXECUTE FUNCTION refuse();
				INSERT INTO b0 VALUES (1);""".formatted(state)), (ex) -> {
			assertThat(ex.getKind()).isEqualTo(Kind.STEP_FAILED);
			assertThat(ex).hasMessageContaining(") failed: ERROR: none is wanted");
		});

		assertThat(messages("INSERT INTO b0")).singleElement().asString().contains("EXECUTE migrate_");
		assertThatItIsTheEndOf("a5");
	}

	static List<Arguments> changesOfTheVersionRows() {
		return Stream
			.of("UPDATE migrate_version SET version_num = 'x'", "INSERT INTO migrate_version VALUES ('b0')",
					"ALTER TABLE migrate_version DROP CONSTRAINT migrate_version_pkey; "
							+ "INSERT INTO migrate_version VALUES ('a5')")
			.flatMap((change) -> Stream.of("force_custom_plan", "force_generic_plan")
				.map((plans) -> Arguments.of(change, plans)))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("changesOfTheVersionRows")
	void changeOfTheVersionRowsByAnotherIsFound(String change, String plans) {
		this.database.jdbc()
			.sql("DO $$ BEGIN EXECUTE format('ALTER DATABASE %%I SET plan_cache_mode = %s', current_database()); END $$"
				.formatted(plans))
			.update();
		Migration revision = new Migration() {

			@Override
			public void upgrade(Operations op) throws SQLException {
				op.execute("CREATE TABLE b0 (id int)");
				try (Connection other = LastStatementFailureTests.this.database.connect();
						Statement statement = other.createStatement()) {
					statement.execute(change);
				}
				op.execute("CREATE TABLE last (id int)");
			}

			@Override
			public void downgrade(Operations op) {
			}

		};

		assertThatItFails(migrate(revision), (ex) -> {
			assertThat(ex.getKind()).isEqualTo(Kind.CONCURRENT_CHANGE);
			assertThat(ex).hasMessageContaining("The version rows [a5] were changed by someone else while revision b0");
		});
		assertThat(messages("CREATE TABLE last")).singleElement().asString().contains("EXECUTE migrate_");
		assertThat(recorded()).hasSize(5);
		assertThat(this.database.tablesOfRevisions()).doesNotContain("b0", "last");
	}

	@Test
	void sessionThatForgetsTheRecordInItIsNoObstacle() {
		migrate("""
				CREATE TABLE forgetful (id text);
				CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS
					$$ BEGIN EXECUTE 'DEALLOCATE ALL'; RETURN NEW; END $$;
				CREATE TRIGGER forgets BEFORE INSERT ON forgetful FOR EACH ROW EXECUTE FUNCTION forget();
				INSERT INTO forgetful VALUES (1);""").upgrade("head");

		assertThat(messages("INSERT INTO forgetful")).hasSize(2);
		assertThat(this.database.texts("SELECT count(*)::text FROM forgetful")).containsExactly("1");
		assertThat(recorded()).hasSize(11);
		assertThatItIsTheEndOf("c5");
	}

	@Test
	void waitForLockIsExplainedAndRepeated() throws SQLException {
		TestApplication application = application().sql("b0", "a5",
				"-- migrate:upgrade\nALTER TABLE held ADD COLUMN name text;\n");
		Migrate migrate = application
			.settings((settings) -> settings
				.withSession(new SessionSettings(LockMode.SESSION, Duration.ofMillis(100), 1, null)))
			.migrate();
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			statement.execute("CREATE TABLE held (id int)");
			other.setAutoCommit(false);
			statement.execute("SELECT * FROM held");

			assertThatItFails(migrate,
					(ex) -> assertThat(ex).hasMessageContaining(" failed at line 8: ERROR: ")
						.hasMessageContaining("it has waited too long for a lock, 2 times, last for server process ")
						.hasMessageContaining("the statement is: ALTER TABLE held ADD COLUMN name text; "));
			assertThatItIsTheEndOf("a5");
			other.rollback();
		}
		// The second try tells for certain what has waited
		assertThat(messages("ALTER TABLE held")).hasSize(2);
		assertThat(messages("ALTER TABLE held").get(0)).contains("EXECUTE migrate_");
		assertThat(messages("ALTER TABLE held").get(1)).doesNotContain("EXECUTE");

		migrate.upgrade("head");
		assertThatItIsTheEndOf("c5");
	}

	@Test
	void recordThatHasWaitedInVainIsNotTakenForTheNextFailure() throws SQLException {
		AtomicInteger tries = new AtomicInteger();
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			Migrate migrate = application().packages(R1_Last.class.getPackageName())
				.factory((type) -> (LastOnly) (op) -> {
					if (tries.incrementAndGet() == 1) {
						lock(other, statement);
						op.execute("CREATE TABLE b0 (id int)");
					}
					else {
						op.execute("INSERT INTO a1 VALUES (1 / 0)");
					}
				})
				.settings((settings) -> settings
					.withSession(new SessionSettings(LockMode.SESSION, Duration.ofMillis(100), 1, null)))
				.migrate();

			assertThatItFails(migrate, (ex) -> {
				assertThat(ex.getKind()).isEqualTo(Kind.STEP_FAILED);
				assertThat(ex).hasMessageContaining("division by zero")
					.hasMessageContaining("the statement is: INSERT");
			});
			assertThat(tries).hasValue(2);
			other.rollback();
		}
		assertThatItIsTheEndOf("a5");
	}

	private static void lock(Connection other, Statement statement) {
		try {
			other.setAutoCommit(false);
			statement.execute("SELECT * FROM migrate_version FOR UPDATE");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whereTheHistoryHasAnotherSequenceTheStepIsRepeated() {
		Migrate migrate = migrate("INSERT INTO missing VALUES (1);");
		migrate.ensureVersion();
		this.database.jdbc().sql("""
				ALTER TABLE migrate_history ALTER id DROP IDENTITY;
				CREATE SEQUENCE own;
				ALTER TABLE migrate_history ALTER id SET DEFAULT nextval('own')""").update();

		assertThatItFails(migrate, (ex) -> assertThat(ex).hasMessageContaining(" failed at line 8: ERROR: "));
		assertThat(messages("INSERT INTO missing")).hasSize(2);
		assertThat(messages("INSERT INTO missing").get(1)).isEqualTo("INSERT INTO missing VALUES (1)");
		assertThatItIsTheEndOf("a5");
	}

	@Test
	void whereTheLoginMayNotReadTheSequenceTheStepIsRepeated() {
		migrate("").ensureVersion();
		this.database.jdbc()
			.sql("""
					DO $$ BEGIN CREATE ROLE no_owner LOGIN PASSWORD 'secret'; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
					GRANT CREATE, USAGE ON SCHEMA public TO no_owner;
					GRANT SELECT, INSERT, UPDATE, DELETE ON migrate_version, migrate_history TO no_owner""")
			.update();
		RecordingDataSource login = new RecordingDataSource(
				new TestDatabase(this.database.url(), "no_owner", "secret").dataSource());
		Migrate migrate = new TestApplication(this.folder, login)
			.sql("b0", "a5", "-- migrate:upgrade\nINSERT INTO missing VALUES (1);\n")
			.migrate();

		assertThatItFails(migrate, (ex) -> assertThat(ex).hasMessageContaining(" failed at line 8: ERROR: "));
		assertThat(login.sent().stream().filter((sql) -> sql.startsWith("INSERT INTO missing"))).hasSize(2);
		assertThatItIsTheEndOf("a5");
	}

	@Test
	void whoeverLosesTheSessionIsNotToldMoreThanIsKnown() {
		Migrate migrate = migrate(
				"INSERT INTO a1 SELECT 1, (SELECT pg_terminate_backend(pg_backend_pid())::text FROM pg_sleep(0));");
		assertThatItFails(migrate, (ex) -> {
			assertThat(ex.getKind()).isEqualTo(Kind.SESSION_LOST);
			assertThat(ex).hasMessageContaining(
					"it was rolled back (unless the commit had reached the database before), earlier revisions stay: the "
							+ "database has ended the session; start again");
		});

		assertThatItIsTheEndOf("a5");
	}

}
