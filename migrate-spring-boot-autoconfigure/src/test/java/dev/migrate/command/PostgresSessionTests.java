package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a run does with a PostgreSQL session, and that it leaves nothing behind.
 */
class PostgresSessionTests {

	private static final String ADVISORY_LOCKS = "SELECT pid::text FROM pg_locks WHERE locktype = 'advisory' "
			+ "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.POSTGRESQL.create();

	private HikariDataSource pool(boolean autoCommit) {
		HikariDataSource pool = this.database.pool();
		pool.setAutoCommit(autoCommit);
		pool.setConnectionTimeout(2000);
		return pool;
	}

	@Test
	void poolOfOneConnectionSufficesAndGetsItBackAsItWas() throws SQLException {
		try (HikariDataSource pool = pool(false)) {
			JdbcClient jdbc = JdbcClient.create(pool);
			String settings = "SELECT name || '=' || setting FROM pg_settings ORDER BY 1";
			List<String> before = jdbc.sql(settings).query(String.class).list();
			new TestApplication(this.folder, pool).sql("a1", "", """
					-- migrate:upgrade
					SET statement_timeout = '1h';
					SET search_path = '';
					SET ROLE pg_read_all_data;
					-- migrate:downgrade
					""").table("b1", "a1", "second").migrate().upgrade("head");

			assertThat(jdbc.sql(settings).query(String.class).list()).isEqualTo(before);
			assertThat(jdbc.sql("SELECT current_user::text").query(String.class).single()).isEqualTo("postgres");
			assertThat(jdbc.sql(ADVISORY_LOCKS).query(String.class).list()).isEmpty();
			try (Connection connection = pool.getConnection()) {
				assertThat(connection.getAutoCommit()).isFalse();
			}
		}
		assertThat(this.database.texts("SELECT schemaname::text FROM pg_tables WHERE tablename = 'second'"))
			.containsExactly("public");
	}

	@Test
	void userOfTheSessionIsPutBack() {
		this.database.jdbc()
			.sql("DO $$ BEGIN CREATE ROLE session_tester; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
			.update();
		try (HikariDataSource pool = pool(true)) {
			JdbcClient jdbc = JdbcClient.create(pool);
			String backend = "SELECT pg_backend_pid() || ' ' || session_user || ' ' || current_setting('role')";
			String before = jdbc.sql(backend).query(String.class).single();
			new TestApplication(this.folder, pool)
				.sql("a1", "", "-- migrate:upgrade\nSET SESSION AUTHORIZATION session_tester;\n")
				.table("b1", "a1", "second")
				.sql("c1", "b1", "-- migrate:upgrade transaction=false\nSET SESSION AUTHORIZATION session_tester;\n")
				.migrate()
				.upgrade("head");

			assertThat(jdbc.sql(backend).query(String.class).single()).isEqualTo(before);
		}
		assertThat(this.database.texts("SELECT applied_by FROM migrate_history")).containsOnly("postgres");
	}

	@Test
	void settingOfTheApplicationsOwnIsPutBack() {
		try (HikariDataSource pool = pool(true)) {
			JdbcClient jdbc = JdbcClient.create(pool);
			jdbc.sql("SET app.region = 'north'").update();
			new TestApplication(this.folder, pool).sql("a1", "", """
					-- migrate:upgrade transaction=false
					SET app.tenant = '42';
					SELECT set_config('app.region', 'south', false);
					""").migrate().upgrade("head");

			assertThat(jdbc.sql("SELECT current_setting('app.tenant', true)").query(String.class).single()).isEmpty();
			assertThat(jdbc.sql("SELECT current_setting('app.region', true)").query(String.class).single())
				.isEqualTo("north");
		}
	}

	@Test
	void settingOfAModuleIsNotPinned() {
		String source = "SELECT source FROM pg_settings WHERE name = 'plpgsql.variable_conflict'";
		try (HikariDataSource pool = pool(true)) {
			new TestApplication(this.folder, pool).sql("a1", "", """
					-- migrate:upgrade
					DO $$ BEGIN END $$;
					SET plpgsql.variable_conflict = 'use_column';
					RESET plpgsql.variable_conflict;
					""").migrate().upgrade("head");

			assertThat(JdbcClient.create(pool).sql(source).query(String.class).list()).containsExactly("default");
		}
	}

	@Test
	void failureLeavesNoLockAndNoTransactionBehind() {
		try (HikariDataSource pool = pool(true)) {
			Migrate migrate = new TestApplication(this.folder, pool)
				.sql("a1", "", "-- migrate:upgrade\nSET search_path = '';\nSELECT 1/0;\n")
				.migrate();

			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"));

			JdbcClient jdbc = JdbcClient.create(pool);
			assertThat(jdbc.sql(ADVISORY_LOCKS).query(String.class).list()).isEmpty();
			assertThat(jdbc.sql("SELECT current_setting('search_path')").query(String.class).single())
				.isEqualTo("\"$user\", public");
		}
	}

	@Test
	void statementOutsideATransactionRunsThere() {
		new TestApplication(this.folder, this.database.dataSource()).table("a1", "", "first").sql("b1", "a1", """
				-- migrate:upgrade transaction=false
				CREATE INDEX CONCURRENTLY first_name ON first (name);
				-- migrate:downgrade transaction=false
				DROP INDEX CONCURRENTLY first_name;
				""").migrate().upgrade("head");

		assertThat(this.database.texts("SELECT indexname::text FROM pg_indexes WHERE tablename = 'first' ORDER BY 1"))
			.containsExactly("first_name", "first_pkey");
		assertThat(this.database.texts("SELECT downgrade_sql FROM migrate_history WHERE revision = 'b1'"))
			.containsExactly("-- migrate:downgrade transaction=false\nDROP INDEX CONCURRENTLY first_name;\n");
	}

	@Test
	void statementThatNeedsItLeavesTheTransactionByItself() {
		Migrate migrate = new TestApplication(this.folder, this.database.dataSource()).table("a1", "", "first")
			.sql("b1", "a1", """
					-- migrate:upgrade
					INSERT INTO first VALUES (1, 'one');
					CREATE INDEX CONCURRENTLY first_name ON first (name);
					INSERT INTO first VALUES (2, 'two');
					""")
			.migrate();

		migrate.upgrade("head");
		assertThat(
				this.database.texts("SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'first_name'::regclass"))
			.containsExactly("true");
		assertThat(this.database.texts("SELECT name FROM first ORDER BY id")).containsExactly("one", "two");
		assertThat(this.database.tablesOfRevisions()).containsExactly("first");
		assertThat(migrate.upgradeSql("b1").replace("\n\n", "\n")).contains("""
				INSERT INTO first VALUES (1, 'one');
				COMMIT;
				CREATE INDEX CONCURRENTLY first_name ON first (name);
				BEGIN;
				INSERT INTO first VALUES (2, 'two');
				""");
	}

	@Test
	void copyDataIsSent() {
		new TestApplication(this.folder, this.database.dataSource()).sql("a1", "", """
				-- migrate:upgrade
				CREATE TABLE first (id int, name text);
				COPY first (id, name) FROM stdin;
				1	semi;colon
				2	\\N
				\\.
				CREATE TABLE second (id int);
				""").migrate().upgrade("head");

		assertThat(this.database.texts("SELECT coalesce(name, '-') FROM first ORDER BY id"))
			.containsExactly("semi;colon", "-");
	}

	@Test
	void bracesAndQuestionMarksArriveAsTheyAre() {
		new TestApplication(this.folder, this.database.dataSource())
			.sql("a1", "",
					"""
							-- migrate:upgrade
							CREATE TABLE first AS SELECT '{"a": 1}'::jsonb ? 'a' AS found, '{fn now()}' AS text, ARRAY['{d}'] AS list;
							""")
			.migrate()
			.upgrade("head");

		assertThat(this.database.texts("SELECT found || ' ' || text FROM first")).containsExactly("true {fn now()}");
	}

	@Test
	void waitForTheLockEndsWithTheHoldersName() throws SQLException {
		TestApplication application = new TestApplication(this.folder, this.database.dataSource());
		application.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
				settings.transactionMode(), Duration.ZERO, Duration.ofMillis(300)));
		application.sql("a1", "", "-- migrate:upgrade\nSELECT pg_sleep(3);\n");
		Migrate migrate = application.migrate();
		Thread holder = new Thread(() -> migrate.upgrade("head"));
		holder.start();
		awaitLock();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.LOCKED))
			.withMessageMatching("The migration lock is still held after 0s by server process \\d+ "
					+ "\\(application 'PostgreSQL JDBC Driver'.*");
		join(holder);
	}

	private void awaitLock() {
		while (this.database.texts(ADVISORY_LOCKS).isEmpty()) {
			Thread.onSpinWait();
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void versionRowChangedInTheMiddleOfAStepIsNotOverwritten() throws Exception {
		TestApplication application = new TestApplication(this.folder, this.database.dataSource());
		application.table("a1", "", "first").migrate().upgrade("head");
		application.sql("b1", "a1", "-- migrate:upgrade\nCREATE TABLE second (id int);\nSELECT pg_sleep(1);\n");
		Thread intruder = new Thread(() -> {
			awaitLock();
			this.database.jdbc().sql("UPDATE migrate_version SET version_num = 'other'").update();
		});
		intruder.start();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.CONCURRENT_CHANGE))
			.withMessageContaining("The version rows [a1] were changed by someone else while revision b1");
		join(intruder);
		assertThat(this.database.texts("SELECT tablename::text FROM pg_tables WHERE tablename = 'second'")).isEmpty();
		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly("other");
	}

	@Test
	void versionTableIsFoundOnTheSearchPath() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE SCHEMA app");
		}
		TestApplication application = new TestApplication(this.folder, this.database.dataSource());
		application.table("a1", "", "first").migrate().upgrade("head");
		TestDatabase elsewhere = new TestDatabase(this.database.url() + "?currentSchema=app,public",
				this.database.user(), this.database.password());

		TestApplication other = new TestApplication(this.folder, elsewhere.dataSource()).table("b1", "a1", "second");
		other.migrate().upgrade("head");

		assertThat(this.database.texts("SELECT version_num FROM public.migrate_version")).containsExactly("b1");
		assertThat(this.database.texts("SELECT schemaname::text FROM pg_tables WHERE tablename = 'second'"))
			.containsExactly("app");
	}

	@Test
	void searchPathWithoutAnySchemaSaysWhatToDo() {
		TestDatabase nowhere = new TestDatabase(this.database.url() + "?currentSchema=absent", this.database.user(),
				this.database.password());
		Migrate migrate = new TestApplication(this.folder, nowhere.dataSource()).table("a1", "", "first").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessage("There is no schema to create tables in: none on the connection's search path exists; "
					+ "create one, or set migrate.schema");
	}

}
