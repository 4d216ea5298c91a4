package dev.migrate.dialect.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqliteLock}.
 */
class SqliteLockTests {

	@TempDir
	private Path folder;

	private String url() {
		return "jdbc:sqlite:" + this.folder.resolve("test.db");
	}

	private static MigrationLock lock(String versionTable) {
		return new SqliteDialect().lock(new LockScope("main", versionTable, () -> {
			throw new AssertionError("A pool of one suffices");
		}));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void secondMigratorOfTheProcessDoesNotGetItAndNothingIsLeftBehind() throws Exception {
		try (Connection connection = DriverManager.getConnection(url())) {
			connection.createStatement().execute("CREATE TABLE t (a)");
			MigrationLock first = lock("migrate_version");
			MigrationLock second = lock("migrate_version");
			MigrationLock other = lock("other/version");

			assertThat(first.tryAcquire(connection)).isTrue();
			assertThat(second.tryAcquire(connection)).isFalse();
			assertThat(second.describeHolder(connection)).isEqualTo("thread 'main' of this process");
			assertThat(other.tryAcquire(connection)).isTrue();
			assertThat(files()).containsExactly("test.db", "test.db-migrate_version.lock",
					"test.db-other%2Fversion.lock");
			second.release(connection);
			assertThat(second.tryAcquire(connection)).isFalse();

			first.release(connection);
			other.release(connection);
			assertThat(files()).containsExactly("test.db");
			assertThat(second.tryAcquire(connection)).isTrue();
			second.release(connection);
		}
	}

	@Test
	void lockOfAnotherProcessDiesWithIt() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Holder.class.getName(), url())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (Connection connection = DriverManager.getConnection(url());
				BufferedReader output = new BufferedReader(
						new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			assertThat(output.readLine()).isEqualTo("true");
			MigrationLock lock = lock("migrate_version");
			assertThat(lock.tryAcquire(connection)).isFalse();
			assertThat(lock.describeHolder(connection)).startsWith("process " + process.pid() + " (since 2");

			process.destroyForcibly().waitFor();

			assertThat(files()).contains("test.db-migrate_version.lock");
			assertThat(lock.tryAcquire(connection)).isTrue();
			lock.release(connection);
			assertThat(files()).doesNotContain("test.db-migrate_version.lock");
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void oneAtATimeHoldsIt() throws Exception {
		AtomicInteger holders = new AtomicInteger();
		ExecutorService executor = Executors.newFixedThreadPool(4);
		try {
			List<Future<Integer>> runs = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				runs.add(executor.submit(() -> contend(holders)));
			}
			for (Future<Integer> run : runs) {
				assertThat(run.get()).isEqualTo(25);
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(files()).doesNotContain("test.db-migrate_version.lock");
	}

	private int contend(AtomicInteger holders) throws SQLException {
		int acquired = 0;
		try (Connection connection = DriverManager.getConnection(url())) {
			while (acquired < 25) {
				MigrationLock lock = lock("migrate_version");
				if (lock.tryAcquire(connection)) {
					assertThat(holders.incrementAndGet()).isEqualTo(1);
					acquired++;
					holders.decrementAndGet();
					lock.release(connection);
				}
			}
		}
		return acquired;
	}

	@Test
	void databaseInMemoryIsLockedWithinTheProcess() throws Exception {
		String url = "jdbc:sqlite:file:locked?mode=memory&cache=shared";
		try (Connection connection = DriverManager.getConnection(url);
				Connection other = DriverManager.getConnection(url)) {
			MigrationLock first = lock("migrate_version");
			MigrationLock second = lock("migrate_version");
			assertThat(first.tryAcquire(connection)).isTrue();
			assertThat(second.tryAcquire(other)).isFalse();
			first.release(connection);
			assertThat(second.tryAcquire(other)).isTrue();
			second.release(other);
		}
	}

	/**
	 * Holds the lock until it is killed.
	 */
	static final class Holder {

		private Holder() {
		}

		public static void main(String[] arguments) throws Exception {
			try (Connection connection = DriverManager.getConnection(arguments[0])) {
				System.out.println(lock("migrate_version").tryAcquire(connection));
				Thread.sleep(60_000);
			}
		}

	}

}
