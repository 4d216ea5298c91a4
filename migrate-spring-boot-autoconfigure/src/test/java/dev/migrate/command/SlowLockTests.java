package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.runtime.LockMode;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A transaction that someone has left open on a table holds up the revision that alters
 * it, and whoever reads the table queues up behind the revision.
 */
class SlowLockTests {

	private static final String LOCKS_THAT_ARE_WAITED_FOR = "SELECT mode FROM pg_locks "
			+ "WHERE relation = 'items'::regclass AND NOT granted AND mode = 'AccessExclusiveLock'";

	private static final String VERSIONS = "SELECT version_num FROM migrate_version";

	private static final int SELECTS = 1000;

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.POSTGRESQL.create();

	private final ExecutorService executor = Executors.newSingleThreadExecutor();

	@BeforeEach
	void createTable() {
		application(Duration.ofSeconds(5), 0).migrate().upgrade("a1");
	}

	@AfterEach
	void stop() {
		this.executor.shutdownNow();
	}

	private TestApplication application(Duration lockTimeout, int retries) {
		return new TestApplication(this.folder, this.database.dataSource()).settings(
				(settings) -> settings.withSession(new SessionSettings(LockMode.SESSION, lockTimeout, retries, null)))
			.table("a1", "", "items")
			.sql("b1", "a1", """
					-- migrate:upgrade
					INSERT INTO items VALUES (1, 'of the revision');
					ALTER TABLE items ADD COLUMN price integer;
					""");
	}

	@Test
	void readersWaitNoLongerThanTheLockTimeoutAndTheRevisionIsTriedAgain() throws Exception {
		Duration lockTimeout = Duration.ofSeconds(1);
		try (Connection holder = reading("holder"); Connection reader = this.database.connect()) {
			Future<Integer> upgrade = upgrade(lockTimeout, 30);
			awaitLock();

			Duration longest = select(reader, SELECTS / 2);
			holder.commit();
			Duration other = select(reader, SELECTS / 2);

			assertThat(upgrade.get(1, TimeUnit.MINUTES)).isEqualTo(1);
			// That of the revision was in the way at all
			assertThat(longest).isBetween(Duration.ofMillis(100), lockTimeout.plusSeconds(1));
			assertThat(other).isLessThan(lockTimeout.plusSeconds(1));
		}
		assertThat(this.database.texts("SELECT name FROM items WHERE price IS NULL"))
			.containsExactly("of the revision");
		assertThat(this.database.texts(VERSIONS)).containsExactly("b1");
	}

	@Test
	void holderThatNeverLetsGoIsNamed() throws Exception {
		try (Connection holder = reading("long report")) {
			int pid = holder.unwrap(PGConnection.class).getBackendPID();
			Migrate migrate = application(Duration.ofMillis(200), 2).migrate();

			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
				.withMessageContaining("revision b1")
				.withMessageContaining("process " + pid)
				.withMessageContaining("'long report'")
				.withMessageContaining("SELECT count(*) FROM items")
				.withMessageContaining("start again");
		}
		assertThat(this.database.texts(VERSIONS)).containsExactly("a1");
		assertThat(this.database.texts("SELECT name FROM items")).isEmpty();
		assertThat(application(Duration.ofMillis(200), 2).migrate().upgrade("head")).hasSize(1);
	}

	@Test
	void lockTimeoutOfTheSessionIsPutBack() throws Exception {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET lock_timeout = '7s'");
			new TestApplication(this.folder, new SingleConnectionDataSource(connection, true))
				.sql("b1", "a1", "-- migrate:upgrade\nSELECT 1;\n")
				.migrate()
				.upgrade("head");

			try (ResultSet rows = statement.executeQuery("SHOW lock_timeout")) {
				rows.next();
				assertThat(rows.getString(1)).isEqualTo("7s");
			}
		}
	}

	/**
	 * A transaction that has read the table, and is left open.
	 */
	private Connection reading(String application) throws Exception {
		Connection connection = this.database.connect();
		connection.setClientInfo("ApplicationName", application);
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("SELECT count(*) FROM items");
		}
		return connection;
	}

	private Future<Integer> upgrade(Duration lockTimeout, int retries) {
		Migrate migrate = application(lockTimeout, retries).migrate();
		return this.executor.submit(() -> migrate.upgrade("head").size());
	}

	private void awaitLock() throws InterruptedException {
		while (this.database.texts(LOCKS_THAT_ARE_WAITED_FOR).isEmpty()) {
			Thread.sleep(10);
		}
	}

	/**
	 * Read the table again and again.
	 * @return how long the longest read took
	 */
	private static Duration select(Connection reader, int count) throws Exception {
		long longest = 0;
		try (Statement statement = reader.createStatement()) {
			for (int i = 0; i < count; i++) {
				long start = System.nanoTime();
				statement.executeQuery("SELECT id FROM items").close();
				longest = Math.max(longest, System.nanoTime() - start);
				Thread.sleep(5);
			}
		}
		return Duration.ofNanos(longest);
	}

}
