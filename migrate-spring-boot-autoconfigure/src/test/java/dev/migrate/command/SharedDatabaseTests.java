package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.command.outside.R1_Outside;
import dev.migrate.runtime.LockMode;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.SwitchingPool;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * A database that others use at the same time: their locks, poolers between, sessions
 * that are ended, roles.
 */
class SharedDatabaseTests {

	private static final String ADVISORY_LOCKS = "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory'"
			+ " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	@TempDir
	private Path folder;

	private TestDatabase database;

	@BeforeEach
	void create() {
		this.database = PostgresServer.shared().createDatabase();
	}

	private static SessionSettings session(LockMode mode, int retries, @Nullable String role) {
		return new SessionSettings(mode, Duration.ofMillis(200), retries, role);
	}

	private TestApplication application() {
		return new TestApplication(this.folder, this.database.dataSource());
	}

	private void execute(String sql) {
		this.database.jdbc().sql(sql).update();
	}

	@Test
	void stepThatWaitsTooLongIsTriedAgain() throws Exception {
		execute("CREATE TABLE users (id int)");
		Migrate migrate = application()
			.sql("a1", "",
					"-- migrate:upgrade\nCREATE TABLE first (id int);\nALTER TABLE users ADD COLUMN name text;\n")
			.settings((settings) -> settings.withSession(session(LockMode.SESSION, 50, null)))
			.migrate();

		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("SELECT * FROM users");
			CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> migrate.upgrade("head"));
			Thread.sleep(1000);
			assertThat(migration).isNotDone();
			// Nobody waits behind the migration for longer than it waits itself
			assertThat(this.database.texts("SELECT count(*)::text FROM users")).containsExactly("0");
			holder.rollback();
			migration.join();
		}
		assertThat(this.database.texts(ROWS)).containsExactly("a1");
		assertThat(this.database.texts("SELECT revision FROM migrate_history")).containsExactly("a1");
	}

	@Test
	void whoNeverLetsGoIsNamed() throws SQLException {
		execute("CREATE TABLE users (id int)");
		Migrate migrate = application()
			.sql("a1", "",
					"-- migrate:upgrade\nCREATE TABLE first (id int);\nALTER TABLE users ADD COLUMN name text;\n")
			.settings((settings) -> settings.withSession(session(LockMode.SESSION, 2, null)))
			.migrate();

		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			statement.execute("SET application_name = 'report job'");
			holder.setAutoCommit(false);
			statement.execute("SELECT id FROM users");
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
				.withMessageMatching("(?s)The upgrade of revision a1 \\(.*a1.sql\\) failed at line 9: ERROR: canceling "
						+ "statement due to lock timeout; it has waited too long for a lock, 3 times, last for server "
						+ "process \\d+ \\(application 'report job', idle in transaction since [-0-9: ]+, query 'SELECT id "
						+ "FROM users'\\), which holds AccessShareLock on 'users'; the statement is: ALTER TABLE users ADD "
						+ "COLUMN name text; it was rolled back, earlier revisions stay: wait until they have finished, or "
						+ "end them by SELECT pg_terminate_backend\\(…\\), and start again; migrate.ddl.lock-timeout and "
						+ "migrate.ddl.retries set how long to wait");
			holder.rollback();
		}
		assertThat(this.database.tablesOfRevisions()).containsExactly("users");
		assertThat(this.database.texts(ADVISORY_LOCKS)).containsExactly("0");
	}

	@Test
	void sessionThatIsEndedIsSaid() {
		Migrate migrate = application().table("a1", "", "first")
			.sql("b1", "a1", "-- migrate:upgrade\nCREATE TABLE second (id int);\nSELECT pg_sleep(30);\n")
			.migrate();
		CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> migrate.upgrade("head"));
		await().until(() -> !this.database
			.texts("SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(30)'"
					+ " AND datname = current_database()")
			.isEmpty());

		assertThat(migration).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(MigrationException.class, (ex) -> {
				assertThat(ex.getKind()).isEqualTo(Kind.SESSION_LOST);
				assertThat(ex).hasMessageContaining("failed at line 9: ")
					.hasMessageContaining("it was rolled back, earlier revisions stay: the database has ended the "
							+ "session; start again");
			});
		assertThat(this.database.tablesOfRevisions()).containsExactly("first");
		assertThat(this.database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void poolerThatChangesTheSessionUnderALockIsRefused() throws SQLException {
		try (SwitchingPool pool = new SwitchingPool(this.database.dataSource(), 40)) {
			Migrate migrate = new TestApplication(this.folder, pool).table("a1", "", "first").migrate();

			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
				.withMessageMatching("The upgrade of revision a1 \\(.*a1.sql\\) was stopped, and it was rolled back, "
						+ "earlier revisions stay: the connection leads through a pooler in transaction mode, so that a "
						+ "lock of the session protects nothing \\(server process \\d+ took the migration lock, but the "
						+ "connection leads to server process \\d+ now\\); set migrate.lock.mode=transaction, or connect "
						+ "past the pooler by migrate.url")
				.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.SESSION_CHANGED));
		}
		assertThat(this.database.tablesOfRevisions()).isEmpty();
		assertThat(this.database.texts(ROWS)).isEmpty();
		assertThat(this.database.texts(ADVISORY_LOCKS)).containsExactly("0");
	}

	@Test
	void lockOfTheTransactionServesBehindAPooler() throws Exception {
		try (SwitchingPool pool = new SwitchingPool(this.database.dataSource(), 3)) {
			TestApplication application = new TestApplication(this.folder, pool)
				.settings((settings) -> settings.withSession(session(LockMode.TRANSACTION, 10, null)));
			String parent = "";
			for (int i = 1; i <= 9; i++) {
				application.sql("a" + i, parent, "-- migrate:upgrade\nSELECT pg_sleep(0.05);\nCREATE TABLE t" + i
						+ " (id int);\n-- migrate:downgrade\nDROP TABLE t" + i + ";\n");
				parent = "a" + i;
			}
			Migrate migrate = application.migrate();
			List<CompletableFuture<Void>> migrations = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				migrations.add(CompletableFuture.runAsync(() -> migrate.upgrade("head")));
			}
			migrations.forEach(CompletableFuture::join);

			assertThat(this.database.texts(ROWS)).containsExactly("a9");
			assertThat(this.database.texts("SELECT revision FROM migrate_history ORDER BY 1")).containsExactly("a1",
					"a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9");
			migrate.downgrade("-2");
			migrate.stamp(List.of("a6"), false);
			assertThat(this.database.texts(ROWS)).containsExactly("a6");
		}
		assertThat(this.database.texts(ADVISORY_LOCKS)).containsExactly("0");
	}

	@Test
	void lockOfTheTransactionProtectsNothingOutsideOfIt() {
		String remedy = "what is executed outside of a transaction cannot be protected by the lock of a transaction; "
				+ "connect past the pooler by migrate.url, with migrate.lock.mode=session";
		TestApplication application = application().table("a1", "", "first")
			.settings((settings) -> settings.withSession(session(LockMode.TRANSACTION, 10, null)));

		for (String section : List.of(" transaction=false\nCREATE TABLE second (id int);",
				"\nCREATE TABLE second (id int);\nCREATE INDEX CONCURRENTLY i ON first (name);")) {
			application.sql("b1", "a1", "-- migrate:upgrade" + section + "\n");
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
				.withMessageContaining("The upgrade of revision b1 (")
				.withMessageContaining(remedy);
		}
		application.delete("b1.sql")
			.packages(R1_Outside.class.getPackageName())
			.factory((type) -> new R1_Outside("VACUUM"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("heads"))
			.withMessageContaining("relation \"log\" does not exist");
		assertThat(this.database.tablesOfRevisions()).containsExactly("first");
	}

	@Test
	void settingsOfARevisionDoNotStayWithThePooler() throws SQLException {
		execute("CREATE SCHEMA other");
		try (SwitchingPool pool = new SwitchingPool(this.database.dataSource(), 1)) {
			new TestApplication(this.folder, pool).sql("a1", "",
					"-- migrate:upgrade\nSET search_path = other;\nSET statement_timeout = '7s';\nSET app.tenant = '42';\n"
							+ "SET ROLE pg_monitor;\nRESET ROLE;\nCREATE TABLE one (id int);\n")
				.table("b1", "a1", "two")
				.settings((settings) -> settings.withSession(session(LockMode.TRANSACTION, 10, null)))
				.migrate()
				.upgrade("head");

			JdbcClient client = JdbcClient.create(pool);
			assertThat(client.sql("SHOW search_path").query(String.class).single()).isEqualTo("\"$user\", public");
			assertThat(client.sql("SHOW statement_timeout").query(String.class).single()).isEqualTo("0");
			assertThat(client.sql("SELECT current_setting('app.tenant', true)").query(String.class).single()).isEmpty();
			assertThat(client.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("0");
		}
		assertThat(this.database.texts("SELECT schemaname || '.' || tablename FROM pg_tables WHERE tablename IN ('one',"
				+ " 'two', 'migrate_version') ORDER BY 1"))
			.containsExactly("other.one", "public.migrate_version", "public.two");
	}

	@Test
	void revisionMayNotGiveTheLockBack() {
		for (String section : List.of(
				"-- migrate:upgrade transaction=false\nDISCARD ALL;\nCREATE TABLE one (id int);\n",
				"-- migrate:upgrade\nSELECT pg_advisory_unlock_all();\nCREATE TABLE one (id int);\n")) {
			Migrate migrate = application().sql("a1", "", section).migrate();
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
				.withMessageContaining(
						"the migration lock was given back, as DISCARD ALL and pg_advisory_unlock_all() do");
		}
		assertThat(this.database.tablesOfRevisions()).isEmpty();
	}

	@Test
	void transactionOfAScriptThatWaitsTooLongIsTriedAgain() throws Exception {
		execute("CREATE TABLE users (id int)");
		Migrate migrate = application()
			.sql("a1", "",
					"-- migrate:upgrade transaction=false\nBEGIN;\nCREATE TABLE first (id int);\n"
							+ "ALTER TABLE users ADD COLUMN name text;\nCOMMIT;\n")
			.settings((settings) -> settings.withSession(session(LockMode.SESSION, 50, null)))
			.migrate();

		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("SELECT * FROM users");
			CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> migrate.upgrade("head"));
			Thread.sleep(1000);
			assertThat(migration).isNotDone();
			holder.rollback();
			migration.join();
		}
		assertThat(this.database.tablesOfRevisions()).containsExactly("first", "users");
		assertThat(this.database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void detachmentThatHasWaitedTooLongIsFinalized() throws Exception {
		execute("CREATE TABLE events (id int) PARTITION BY RANGE (id)");
		execute("CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10)");
		Migrate migrate = application()
			.sql("a1", "", "-- migrate:upgrade\nALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;\n")
			.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
					settings.transactionMode(), settings.connectTimeout(), Duration.ofMillis(300), settings.naming(),
					session(LockMode.SESSION, 0, null)))
			.migrate();

		try (Connection holder = this.database.connect(); Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("SELECT * FROM events");
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
				.withMessageContaining("lock timeout");
			holder.rollback();
		}
		migrate.upgrade("head");
		assertThat(this.database.texts("SELECT count(*)::text FROM pg_inherits")).containsExactly("0");
		assertThat(this.database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void lockOfTheTransactionIsNotForEveryProduct() {
		TestDatabase h2 = Product.H2.create();
		Migrate migrate = new TestApplication(this.folder, h2.dataSource()).table("a1", "", "first")
			.settings((settings) -> settings.withSession(session(LockMode.TRANSACTION, 10, null)))
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessage("H2 cannot be migrated with migrate.lock.mode=transaction: it has no lock that belongs to a "
					+ "transaction; set migrate.lock.mode=session");
		assertThat(h2.tables()).isEmpty();
	}

	@Test
	void roleOwnsWhatRevisionsCreate() throws SQLException {
		execute("DROP ROLE IF EXISTS owner_of_shared_tables");
		execute("CREATE ROLE owner_of_shared_tables");
		execute("GRANT CREATE, USAGE ON SCHEMA public TO owner_of_shared_tables");
		Migrate migrate = application().table("a1", "", "first")
			.settings((settings) -> settings.withSession(session(LockMode.SESSION, 10, "owner_of_shared_tables")))
			.migrate();

		migrate.upgrade("head");
		assertThat(this.database.texts("SELECT DISTINCT tableowner::text FROM pg_tables WHERE schemaname = 'public'"))
			.containsExactly("owner_of_shared_tables");
		assertThat(this.database.texts("SELECT applied_by FROM migrate_history"))
			.containsExactly("owner_of_shared_tables");
		execute("REASSIGN OWNED BY owner_of_shared_tables TO postgres");
		execute("DROP OWNED BY owner_of_shared_tables");
		execute("DROP ROLE owner_of_shared_tables");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessage(
					"The session cannot take the role 'owner_of_shared_tables': ERROR: role \"owner_of_shared_tables\" does not exist; "
							+ "grant it to the login user, or correct migrate.role");
	}

	@Test
	void roleIsNotForEveryProductAndNotForEveryLock() {
		TestDatabase h2 = Product.H2.create();
		Migrate migrate = new TestApplication(this.folder, h2.dataSource()).table("a1", "", "first")
			.settings((settings) -> settings.withSession(session(LockMode.SESSION, 10, "owner")))
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessage("The session cannot take the role 'owner': its sessions cannot take another role; grant it to "
					+ "the login user, or correct migrate.role");
		assertThatIllegalArgumentException().isThrownBy(() -> session(LockMode.TRANSACTION, 10, "owner"))
			.withMessageContaining("set migrate.user in place of migrate.role");
	}

}
