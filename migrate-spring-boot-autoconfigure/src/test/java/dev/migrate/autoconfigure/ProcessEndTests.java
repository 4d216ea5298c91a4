package dev.migrate.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is told to end in the middle of a migration, by SIGTERM.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
class ProcessEndTests {

	private static final int EXIT_CODE_OF_SIGTERM = 128 + 15;

	private static final Duration SOON = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	@TempDir
	private Path output;

	private Process process;

	@AfterEach
	void killWhatIsLeft() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

	private void start(TestDatabase database, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), SlowApplication.class.getName()));
		command.addAll(List.of(arguments));
		for (String property : database.springProperties()) {
			command.add("--" + property);
		}
		command.addAll(List.of("--migrate.packages=none", "--migrate.locations=file:" + this.folder,
				"--spring.jpa.hibernate.ddl-auto=none"));
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.output.resolve("log").toFile())
			.start();
	}

	private String log() {
		try {
			return Files.readString(this.output.resolve("log"));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private void await(BooleanSupplier condition) throws InterruptedException {
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(this.process.isAlive()).as(log()).isTrue();
			assertThat(System.nanoTime()).as(log()).isLessThan(deadline);
			Thread.sleep(100);
		}
	}

	private void terminate() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).as(log()).isTrue();
		assertThat(this.process.exitValue()).as(log()).isEqualTo(EXIT_CODE_OF_SIGTERM);
	}

	private static List<String> sleeping(TestDatabase database) {
		return database.texts("SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() "
				+ "AND state = 'active' AND query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--migrate.enabled=true", "migrate" })
	void runningStatementIsCancelledAndTheRevisionRolledBack(String start) throws Exception {
		TestDatabase database = Product.POSTGRESQL.create();
		new TestApplication(this.folder, database.dataSource()).table("a1", "", "first")
			.sql("b1", "a1", "-- migrate:upgrade\nCREATE TABLE other (id int);\nSELECT pg_sleep(600);\n")
			.table("c1", "b1", "third");
		start(database, start.equals("migrate") ? new String[] { start, "upgrade" } : new String[] { start });
		await(() -> !sleeping(database).isEmpty());

		terminate();

		assertThat(log()).contains("The migration was ended by a signal, in the middle of a revision: The upgrade of "
				+ "revision b1 (%s/b1.sql) failed at line 9: ERROR: canceling statement due to user request"
					.formatted(this.folder));
		assertThat(database.tablesOfRevisions()).containsExactly("first");
		assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly("a1");
		assertThat(sleeping(database)).isEmpty();
		assertThat(database.texts("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = "
				+ "(SELECT oid FROM pg_database WHERE datname = current_database())"))
			.containsExactly("0");
	}

	@Test
	void processThatWaitsForTheLockEnds() throws Exception {
		TestDatabase database = Product.POSTGRESQL.create();
		TestApplication application = new TestApplication(this.folder, database.dataSource()).sql("a1", "",
				"-- migrate:upgrade\nSELECT pg_sleep(600);\n");
		Thread other = new Thread(() -> {
			try {
				application.migrate().upgrade("head");
			}
			catch (RuntimeException ex) {
				// Cancelled below
			}
		});
		other.start();
		while (sleeping(database).isEmpty()) {
			Thread.sleep(100);
		}
		start(database, "--migrate.enabled=true");
		await(() -> log().contains("Waiting for the migration lock"));

		terminate();

		assertThat(log()).contains("The wait for the database was ended by a signal");
		try (Connection connection = database.connect()) {
			connection.createStatement().execute("SELECT pg_cancel_backend(" + sleeping(database).get(0) + ")");
		}
		other.join();
	}

	@Test
	void processThatWaitsForAnotherToMigrateEnds() throws Exception {
		TestDatabase database = Product.SQLITE.create();
		new TestApplication(this.folder, database.dataSource()).table("a1", "", "first");
		start(database, "--migrate.enabled=true", "--migrate.mode=wait");
		await(() -> log().contains("Waiting up to 300s until another process has migrated: the database has no version "
				+ "table yet and lacks 1 revision up to 'head'"));

		terminate();

		assertThat(log()).contains("The wait for the database was ended by a signal");
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void runningStatementIsInterruptedOnSqlite() throws Exception {
		TestDatabase database = Product.SQLITE.create();
		new TestApplication(this.folder, database.dataSource()).sql("a1", "", """
				-- migrate:upgrade
				CREATE TABLE numbers (n int);
				INSERT INTO numbers WITH RECURSIVE all_of(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM all_of)
				SELECT n FROM all_of WHERE n < 0;
				""");
		start(database, "--migrate.enabled=true");
		await(() -> log().contains("Running upgrade"));
		Thread.sleep(500);

		terminate();

		assertThat(log()).contains("The migration was ended by a signal, in the middle of a revision");
		assertThat(database.tablesOfRevisions()).isEmpty();
		Path folderOfDatabase = Path.of(database.url().substring("jdbc:sqlite:".length())).getParent();
		assertThat(folderOfDatabase.toFile().list((folder, name) -> name.endsWith(".lock"))).isEmpty();
	}

}
