package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.runtime.LockMode;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.testsupport.AtOnce;
import dev.migrate.testsupport.DebianPostgres;
import dev.migrate.testsupport.PgBouncer;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Migrations through a pooler that gives each transaction another session. Needs Debian's
 * packages postgresql and pgbouncer.
 */
@Tag("external")
class PgBouncerTests {

	private static final int MIGRATORS = 4;

	private static final String ADVISORY_LOCKS = "SELECT l.pid || ' ' || a.query FROM pg_locks l "
			+ "JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' "
			+ "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

	private static DebianPostgres server;

	private static PgBouncer pooler;

	@TempDir
	private Path folder;

	private final TestDatabase database = createDatabase();

	@BeforeAll
	static void start() throws Exception {
		server = DebianPostgres.start();
		pooler = PgBouncer.start(server);
	}

	@AfterAll
	static void stop() throws Exception {
		if (pooler != null) {
			pooler.close();
		}
		if (server != null) {
			server.close();
		}
	}

	private static TestDatabase createDatabase() {
		try {
			return server.createDatabase();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private TestApplication application(LockMode mode) {
		SessionSettings defaults = SessionSettings.DEFAULTS;
		return new TestApplication(this.folder, pooler.pooled(this.database).dataSource())
			.settings((settings) -> settings.withSession(
					new SessionSettings(mode, defaults.ddlLockTimeout(), defaults.ddlRetries(), defaults.role())))
			.sql("a1", "", """
					-- migrate:upgrade
					CREATE TABLE effects (revision varchar(32));
					INSERT INTO effects VALUES ('a1');
					SELECT pg_sleep(0.2);
					""")
			.sql("b1", "a1", """
					-- migrate:upgrade
					INSERT INTO effects VALUES ('b1');
					SELECT pg_sleep(0.2);
					CREATE TABLE second (id bigint);
					""")
			.sql("c1", "b1", """
					-- migrate:upgrade
					ALTER TABLE effects ADD COLUMN note text;
					INSERT INTO effects VALUES ('c1');
					""");
	}

	@Test
	void transactionsOfAClientGetSeveralSessions() throws Exception {
		openSessions();
		TestDatabase pooled = pooler.pooled(this.database);
		try (Connection connection = pooled.connect(); Statement statement = connection.createStatement()) {
			List<String> sessions = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				try (var rows = statement.executeQuery("SELECT pg_backend_pid()::text")) {
					rows.next();
					sessions.add(rows.getString(1));
				}
			}
			assertThat(sessions).doesNotHaveDuplicates();
		}
	}

	@Test
	void lockOfASessionIsRefused() throws Exception {
		openSessions();

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> application(LockMode.SESSION).migrate().upgrade("head"))
			.withMessageContaining("pooler in transaction mode")
			.withMessageContaining("migrate.lock.mode=transaction");

		assertThat(this.database.tablesOfRevisions()).isEmpty();
		assertThat(this.database.texts(ADVISORY_LOCKS)).isEmpty();
		assertThat(application(LockMode.TRANSACTION).migrate().upgrade("head")).hasSize(3);
	}

	@Test
	void lockOfATransactionLetsEachRevisionBeAppliedOnce() throws Exception {
		openSessions();
		List<Callable<Integer>> upgrades = new ArrayList<>();
		for (int i = 0; i < MIGRATORS; i++) {
			Migrate migrate = application(LockMode.TRANSACTION).migrate();
			upgrades.add(() -> migrate.upgrade("head").size());
		}

		assertThat(AtOnce.call(upgrades).stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);

		assertThat(this.database.texts("SELECT revision || ' ' || direction FROM migrate_history ORDER BY id"))
			.containsExactly("a1 upgrade", "b1 upgrade", "c1 upgrade");
		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly("c1");
		assertThat(this.database.texts("SELECT revision FROM effects ORDER BY 1")).containsExactly("a1", "b1", "c1");
		assertThat(this.database.tablesOfRevisions()).containsExactly("effects", "second");
		assertThat(this.database.texts(ADVISORY_LOCKS)).isEmpty();
	}

	/**
	 * Let the pooler open as many sessions as there are clients at the same moment.
	 */
	private void openSessions() throws Exception {
		TestDatabase pooled = pooler.pooled(this.database);
		AtOnce.call(Collections.nCopies(MIGRATORS, () -> pooled.texts("SELECT 'slow' || pg_sleep(0.5)")));
	}

}
