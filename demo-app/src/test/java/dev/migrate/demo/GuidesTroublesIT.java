package dev.migrate.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.migrate.elsewhere.ElsewhereApplication;
import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The troubles that the guides list: each is a sentence with its remedy, and the remedy
 * works.
 */
class GuidesTroublesIT extends AbstractGuidesTests {

	@Test
	void noSuchRevision() throws Exception {
		threeTables();

		assertThat(run("upgrade", "abc123").failure()).isEqualTo(
				"migrate: Can't locate revision 'abc123'; " + "name a revision of this application; its heads are 003");
		assertThat(run("downgrade", "abc123").failure()).startsWith("migrate: Can't locate revision 'abc123'; ");
		assertThat(tables()).isEmpty();
	}

	@Test
	void targetDatabaseIsNotUpToDate() throws Exception {
		threeTables();
		succeed("upgrade", "002");

		Result behind = run("current", "--check-heads");

		assertThat(behind.code()).isEqualTo(1);
		assertThat(behind.out()).isEqualTo("002\n");
		assertThat(behind.err())
			.endsWith("migrate: The database is not at all heads; apply what is missing by migrate upgrade heads\n");
		String sentence = "migrate: Target database is not up to date; run migrate upgrade head";
		assertThat(run("revision", "--autogenerate", "-m", "Next").failure()).isEqualTo(sentence);
		assertThat(run("check").failure()).isEqualTo(sentence);
		succeed("upgrade", "heads");
		assertThat(succeed("current", "--check-heads")).isEqualTo("003 (head)\n");
	}

	@Test
	void modelsAreNotDetected() throws Exception {
		List<String> program = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("demo.jar"),
				"-Dloader.main=" + ElsewhereApplication.class.getName(),
				"-Dloader.path=" + Path.of("target/test-classes").toAbsolutePath(),
				"org.springframework.boot.loader.launch.PropertiesLauncher", "migrate");

		Result result = start(program, this.folder, Map.of(), defaults(), "revision", "--autogenerate", "-m", "Initial")
			.await();

		assertThat(result.failure()).isEqualTo("migrate: There is no model: no entity is found; put classes with "
				+ "@Entity below the application's package, or name their packages with @EntityScan");
		assertThat(files()).isEmpty();
	}

	@Test
	void multipleHeads() throws Exception {
		table("001", "", "t1");
		table("002", "001", "t2");
		table("003", "001", "t3");

		assertThat(run("upgrade", "head").failure())
			.isEqualTo("migrate: Multiple head revisions are present where 'head' must be one: "
					+ "002 (src/main/resources/db/migrate/002_create_t2.sql), "
					+ "003 (src/main/resources/db/migrate/003_create_t3.sql); "
					+ "name one of them, or 'heads' for all, or merge them");
		assertThat(tables()).isEmpty();

		succeed("merge", "heads");
		succeed("upgrade", "head");
		assertThat(tables()).contains("T1", "T2", "T3");
	}

	@Test
	void downgradeFailsOnData() throws Exception {
		sql("001", "", "Create people", "CREATE TABLE people (id int PRIMARY KEY, name varchar(50) NOT NULL);",
				"DROP TABLE people;");
		sql("002", "001", "Allow people without a name", "ALTER TABLE people ALTER COLUMN name DROP NOT NULL;",
				"ALTER TABLE people ALTER COLUMN name SET NOT NULL;");
		table("003", "002", "t3");
		succeed("upgrade");
		this.database.jdbc().sql("INSERT INTO people VALUES (1, NULL)").update();

		assertThat(run("downgrade", "base").failure()).isEqualTo("migrate: The downgrade of revision 002 "
				+ "(src/main/resources/db/migrate/002_allow_people_without_a_name.sql) failed at line 10: "
				+ "Column \"NAME\" contains null values; "
				+ "the statement is: ALTER TABLE people ALTER COLUMN name SET NOT NULL; "
				+ "it was rolled back, earlier downgrades stay: correct the rows or the revision and start again");
		assertThat(version()).containsExactly("002");
		assertThat(tables()).contains("PEOPLE").doesNotContain("T3");
		assertThat(this.database.texts("SELECT id FROM people WHERE name IS NULL")).containsExactly("1");

		this.database.jdbc().sql("UPDATE people SET name = 'Ada'").update();
		succeed("downgrade", "base");
		assertThat(version()).isEmpty();
		assertThat(tables()).doesNotContain("PEOPLE");
	}

	@Test
	void connectionFailed() throws Exception {
		threeTables();
		String remedy = "; check that it is running and that URL, user and password are right";
		int port = DemoProcess.freePort();
		List<String> impatient = new ArrayList<>(
				settings(new TestDatabase("jdbc:postgresql://localhost:" + port + "/demo", "demo", "demo")));
		impatient.add("--migrate.connect-timeout=0s");

		Result refused = run(Map.of(), impatient, "upgrade");

		assertThat(refused.failure())
			.startsWith("migrate: The database cannot be reached: Connection to localhost:" + port + " refused")
			.endsWith(remedy);
		assertThat(refused.err()).doesNotContain("Waiting up to");
	}

	@Test
	void connectionFailedForAReasonThatDoesNotPass() throws Exception {
		threeTables();
		TestDatabase postgres = PostgresServer.shared().createDatabase();

		Result missing = run(Map.of(),
				settings(new TestDatabase(postgres.url() + "_missing", postgres.user(), postgres.password())),
				"upgrade");

		assertThat(missing.failure()).matches("migrate: The database cannot be reached: FATAL: "
				+ "database \"\\w+_missing\" does not exist; check that it is running and that URL, user and password are right");
		assertThat(missing.err()).doesNotContain("Waiting up to");
	}

	@Test
	void databaseOutOfSync() throws Exception {
		threeTables();
		succeed("upgrade", "002");
		this.database.jdbc().sql("UPDATE migrate_version SET version_num = 'gone'").update();
		String sentence = "migrate: The database is at revision gone, which this build does not know; deploy the build "
				+ "that has this revision, or merge its branch into this one; if the schema is that of a revision of "
				+ "this build, name it by migrate stamp --purge REVISION";

		assertThat(run("upgrade").failure()).isEqualTo(sentence);
		assertThat(run("downgrade").failure()).isEqualTo(sentence);
		assertThat(run("stamp", "002").failure()).isEqualTo(sentence);
		assertThat(succeed("status")).contains("Status: UNKNOWN_REVISION\nCurrent: gone\n");
		assertThat(version()).containsExactly("gone");
		assertThat(tables()).doesNotContain("T3");

		assertThat(succeed("stamp", "--purge", "002")).isEmpty();
		assertThat(version()).containsExactly("002");
		succeed("upgrade");
		assertThat(version()).containsExactly("003");
		assertThat(tables()).contains("T1", "T2", "T3");
	}

}
