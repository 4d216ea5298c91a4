package dev.migrate.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.json.JsonContent;

import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts of the packaged demo in processes of their own, as in production.
 */
class StartupIT {

	private static final String HEAD = "c27bb433c61b";

	private static final int REVISIONS = 11;

	private static final int TABLES = 19;

	private static PostgresServer server;

	@BeforeAll
	static void startServer() {
		server = PostgresServer.start(Map.of("log_statement", "all", "log_line_prefix", "%d:"));
	}

	@AfterAll
	static void stopServer() throws Exception {
		server.close();
	}

	private static void assertUpToDate(DemoProcess demo) {
		assertThat(new JsonContent(demo.get("/actuator/migrations"))).isLenientlyEqualTo("""
				{ "databases": { "default": { "status": "UP_TO_DATE", "current": ["%s"], "heads": ["%s"],
					"pending": [] } } }""".formatted(HEAD, HEAD));
	}

	private static List<String> tables(TestDatabase database) {
		return database.texts("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
	}

	/** What the server was sent on behalf of a database, a line each. */
	private static List<String> statements(TestDatabase database) {
		String name = database.url().substring(database.url().lastIndexOf('/') + 1);
		return server.log()
			.lines()
			.filter((line) -> line.startsWith(name + ":LOG:  "))
			.filter((line) -> line.contains("execute ") || line.contains("statement: "))
			.map((line) -> line.substring(line.indexOf("LOG:  ")))
			.toList();
	}

	@Test
	void startsOnH2WithNothingInstalled() {
		try (DemoProcess demo = DemoProcess.start().awaitStarted()) {
			assertUpToDate(demo);
			assertThat(demo.get("/api/roles")).contains("EMPLOYEE");
		}
	}

	@Test
	void firstStartOnPostgresAppliesAllAndSecondSendsOneStatement() {
		TestDatabase database = server.createDatabase();
		try (DemoProcess demo = DemoProcess.start(database).awaitStarted()) {
			assertUpToDate(demo);
		}
		assertThat(tables(database)).hasSize(TABLES + 2);
		assertThat(statements(database)).filteredOn((line) -> line.contains("pg_try_advisory_lock")).hasSize(1);
		int before = statements(database).size();

		try (DemoProcess demo = DemoProcess.start(database).awaitStarted()) {
			List<String> second = statements(database);
			second = second.subList(before, second.size());
			assertThat(second).filteredOn((line) -> line.contains("migrate_")).hasSize(1);
			assertThat(second).noneMatch((line) -> line.contains("advisory"));
			assertUpToDate(demo);
		}
	}

	@Test
	void disabledStartCreatesNothingAndListsAllAsPending() {
		TestDatabase database = server.createDatabase();
		try (DemoProcess demo = DemoProcess.start(database, "--migrate.enabled=false").awaitStarted()) {
			JsonContent answer = new JsonContent(demo.get("/actuator/migrations"));
			assertThat(answer).extractingPath("$.databases.default.status").isEqualTo("UNVERSIONED");
			assertThat(answer).extractingPath("$.databases.default.pending").asArray().hasSize(REVISIONS);
			assertThat(answer).extractingPath("$.databases.default.current").asArray().isEmpty();
		}
		assertThat(tables(database)).isEmpty();
	}

	@Test
	void nextStartAfterSigkillInASlowRevisionHasTheLockAtOnce(@TempDir Path folder) throws Exception {
		TestDatabase database = server.createDatabase();
		Path slow = folder.resolve("slow.sql");
		String revision = """
				-- A slow one
				--
				-- revision: 510510510510
				-- down_revision: %s

				-- migrate:upgrade
				CREATE TABLE slow (id int);
				SELECT pg_sleep(%d);
				""";
		Files.writeString(slow, revision.formatted(HEAD, 25));
		String locations = "--migrate.locations=classpath:db/migrate,file:" + folder;
		DemoProcess killed = DemoProcess.start(database, locations).awaitOutput("Running upgrade " + HEAD + " ->");
		awaitSleep(database);
		killed.kill();
		long killedAt = System.nanoTime();
		while (!database
			.texts("SELECT 'held' FROM pg_locks WHERE locktype = 'advisory' AND database = "
					+ "(SELECT oid FROM pg_database WHERE datname = current_database())")
			.isEmpty()) {
			Thread.sleep(20);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(Duration.ofSeconds(2));
		assertThat(tables(database)).doesNotContain("slow");
		assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly(HEAD);

		Files.writeString(slow, revision.formatted(HEAD, 0));
		try (DemoProcess next = DemoProcess.start(database, locations).awaitStarted()) {
			assertThat(next.output()).doesNotContain("Waiting for the migration lock");
			assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly("510510510510");
			assertThat(database.texts("SELECT revision FROM migrate_history ORDER BY id")).hasSize(REVISIONS + 1)
				.doesNotHaveDuplicates()
				.endsWith("510510510510");
			assertThat(tables(database)).contains("slow");
		}
	}

	private static void awaitSleep(TestDatabase database) throws InterruptedException {
		while (database
			.texts("SELECT 'sleeps' FROM pg_stat_activity WHERE wait_event = 'PgSleep' "
					+ "AND datname = current_database()")
			.isEmpty()) {
			Thread.sleep(20);
		}
	}

	@Test
	void eightStartsAtOnceApplyEachRevisionOnce() {
		TestDatabase database = server.createDatabase();
		List<DemoProcess> demos = new ArrayList<>();
		try {
			for (int i = 0; i < 8; i++) {
				demos.add(DemoProcess.start(database));
			}
			demos.forEach(DemoProcess::awaitStarted);
			demos.forEach(StartupIT::assertUpToDate);
		}
		finally {
			demos.forEach(DemoProcess::close);
		}
		assertThat(database.texts("SELECT revision FROM migrate_history")).hasSize(REVISIONS).doesNotHaveDuplicates();
		assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly(HEAD);
		assertThat(tables(database)).hasSize(TABLES + 2);
	}

	@Test
	void fourStartsAtOnceOnAFileOfSqliteApplyEachRevisionOnce(@TempDir Path folder) {
		TestDatabase database = new TestDatabase("jdbc:sqlite:" + folder.resolve("attendance.db"), "", "");
		String[] arguments = { "--spring.profiles.active=sqlite", "--spring.datasource.url=" + database.url() };
		List<DemoProcess> demos = new ArrayList<>();
		try {
			for (int i = 0; i < 4; i++) {
				demos.add(DemoProcess.start(arguments));
			}
			demos.forEach(DemoProcess::awaitStarted);
			demos.forEach(StartupIT::assertUpToDate);
			assertThat(demos.get(0).get("/api/roles")).contains("EMPLOYEE");
		}
		finally {
			demos.forEach(DemoProcess::close);
		}
		assertThat(database.texts("SELECT revision FROM migrate_history")).hasSize(REVISIONS).doesNotHaveDuplicates();
		assertThat(database.tables()).hasSize(TABLES + 2);
		assertThat(folder).isDirectoryNotContaining("glob:**.lock");
	}

	@Test
	void startThatFailsSaysWhyWithoutAStackTraceOfOurs(@TempDir Path folder) throws Exception {
		TestDatabase database = server.createDatabase();
		Files.writeString(folder.resolve("broken.sql"), """
				-- Broken
				--
				-- revision: bad0bad0bad0
				-- down_revision: %s

				-- migrate:upgrade
				CREATE TABLE broken (id int);
				SELECT nonsense;
				""".formatted(HEAD));
		DemoProcess demo = DemoProcess.start(database, "--migrate.locations=classpath:db/migrate,file:" + folder);

		assertThat(demo.awaitExit()).isEqualTo(1);

		assertThat(demo.output()).contains("APPLICATION FAILED TO START")
			.contains("The upgrade of revision bad0bad0bad0 (" + folder
					+ "/broken.sql) failed at line 8: ERROR: column \"nonsense\" does not exist")
			.contains("the statement is: SELECT nonsense.")
			.doesNotContain("\tat dev.migrate");
		assertThat(tables(database)).hasSize(TABLES + 2).doesNotContain("broken");
		assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly(HEAD);
	}

}
