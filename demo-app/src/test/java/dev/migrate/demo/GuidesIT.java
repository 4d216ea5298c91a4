package dev.migrate.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What teams that come from Alembic type, line by line of their guides, through the
 * packaged demo in a project of its own.
 */
class GuidesIT extends AbstractGuidesTests {

	@Test
	void initLaysFoldersScriptsAndPropertiesAndOverwritesNothing() throws Exception {
		this.project = Files.createDirectory(this.folder.resolve("empty"));

		assertThat(succeed("init")).contains("created src/main/resources/db/migrate", "created migrate",
				"created migrate.cmd");

		assertThat(this.project.resolve("src/main/resources/db/migrate")).isDirectory();
		assertThat(this.project.resolve("src/main/java/dev/migrate/demo/migrations")).isDirectory();
		assertThat(this.project.resolve("migrate")).isExecutable();
		assertThat(properties()).contains("migrate").contains("enabled");
		Files.writeString(this.project.resolve("migrate"), "one's own");
		String properties = properties();

		assertThat(succeed("init").lines()).isNotEmpty().allMatch((line) -> line.startsWith("left as it is "));

		assertThat(this.project.resolve("migrate")).hasContent("one's own");
		assertThat(properties()).isEqualTo(properties);
	}

	@Test
	void upgradeAndDowngradeGoToEachTarget() throws Exception {
		threeTables();

		assertThat(succeed("upgrade", "+1")).isEmpty();
		assertThat(version()).containsExactly("001");
		assertThat(tables()).contains("T1").doesNotContain("T2");
		Result second = run("upgrade", "002");
		assertThat(second.code()).isZero();
		assertThat(second.err()).contains("Running upgrade 001 -> 002, Create t2");
		assertThat(version()).containsExactly("002");
		succeed("upgrade", "--revision", "003");
		assertThat(version()).containsExactly("003");

		assertThat(succeed("downgrade", "-1")).isEmpty();
		assertThat(version()).containsExactly("002");
		succeed("downgrade");
		assertThat(version()).containsExactly("001");
		assertThat(tables()).contains("T1").doesNotContain("T2", "T3");
		succeed("upgrade");
		assertThat(version()).containsExactly("003");
		succeed("downgrade", "002");
		assertThat(version()).containsExactly("002");
		succeed("downgrade", "--revision", "001");
		assertThat(version()).containsExactly("001");
		succeed("downgrade", "base");
		assertThat(version()).isEmpty();
		assertThat(tables()).doesNotContain("T1", "T2", "T3");
	}

	@Test
	void readingCommandsTellWhatIsThereAndWhatIsPending() throws Exception {
		threeTables();
		assertThat(succeed("current")).isEmpty();
		succeed("upgrade", "002");

		assertThat(succeed("current")).isEqualTo("002\n");
		assertThat(succeed("heads")).isEqualTo("003 (head)\n");
		assertThat(succeed("history")).isEqualTo("""
				002 -> 003 (head), Create t3
				001 -> 002, Create t2
				<base> -> 001, Create t1
				""");
		assertThat(succeed("history", "--verbose")).contains("Rev: 003 (head)", "Parent: 002",
				"Path: src/main/resources/db/migrate/001_create_t1.sql");
		assertThat(succeed("branches")).isEmpty();
		assertThat(succeed("show", "002")).startsWith("Rev: 002\nParent: 001\n").contains("    Create t2");
		assertThat(succeed("status")).contains("Status: PENDING", "Current: 002", "Heads: 003",
				"    002 -> 003, Create t3", "upgrade 002");
	}

	@Test
	void editOpensTheFileInTheEditor() throws Exception {
		threeTables();
		Path editor = this.folder.resolve("editor.sh");
		Files.writeString(editor, "#!/bin/sh\necho '-- edited' >> \"$1\"\n");
		assertThat(editor.toFile().setExecutable(true)).isTrue();

		Result edited = run(Map.of("VISUAL", editor.toString()), defaults(), "edit", "003");

		assertThat(edited.code()).as(edited.err()).isZero();
		assertThat(this.versions.resolve("003_create_t3.sql")).content().endsWith("-- edited\n");
		assertThat(this.versions.resolve("002_create_t2.sql")).content().doesNotContain("edited");
	}

	@Test
	void stampChangesVersionRowsOnly() throws Exception {
		threeTables();

		assertThat(succeed("stamp", "head")).isEmpty();
		assertThat(version()).containsExactly("003");
		succeed("stamp", "002");
		assertThat(version()).containsExactly("002");
		succeed("stamp", "base");
		assertThat(version()).isEmpty();
		assertThat(tables()).doesNotContain("T1", "T2", "T3");
	}

	@Test
	void headsAreMergedAllAtOnceOrByName() throws Exception {
		table("001", "", "t1");
		table("002", "001", "t2");
		table("003", "001", "t3");

		assertThat(succeed("branches")).isEqualTo("""
				001 (branchpoint)
				             -> 002 (head)
				             -> 003 (head)

				""");

		Path merge = written(succeed("merge", "heads", "-m", "Merge branches"));
		assertThat(merge).content().contains("-- down_revision: 002, 003");
		assertThat(succeed("heads").lines()).hasSize(1);
		Files.delete(merge);
		Path named = written(succeed("merge", "-m", "Merge by name", "002", "003", "--rev-id", "004"));
		assertThat(named).hasFileName("004_merge_by_name.sql");
		succeed("upgrade", "head");
		assertThat(version()).containsExactly("004");
		assertThat(tables()).contains("T1", "T2", "T3");
	}

	@Test
	void templateOfOnesOwnServesNewFiles() throws Exception {
		Path template = this.folder.resolve("script.sql");
		Files.writeString(template, """
				${comment}
				${identifiers}
				-- Written by the team's template for ${message}

				-- migrate:upgrade
				${upgrade}

				-- migrate:downgrade
				${downgrade}
				""");

		Path file = written(succeed(List.of("--migrate.revision.template=" + template), "revision", "-m", "Own"));

		assertThat(file).content().contains("-- Written by the team's template for Own");
		assertThat(succeed("heads").lines()).hasSize(1);
	}

	@Test
	void resetDropsTheFileAndAppliesAllAnew() throws Exception {
		threeTables();
		succeed("upgrade");
		this.database.jdbc().sql("CREATE TABLE leftover (id int)").update();
		Files.delete(this.folder.resolve("db.mv.db"));

		succeed("upgrade");

		assertThat(version()).containsExactly("003");
		assertThat(tables()).contains("T1", "T2", "T3").doesNotContain("LEFTOVER");
	}

	@Test
	void javaRevisionChangesColumnsAndDataAndAsksTheDatabase() throws Exception {
		Path first = written(succeed("revision", "-m", "Create users", "--rev-id", "001"));
		fill(first,
				"""
						CREATE TABLE users (id int PRIMARY KEY, first_name varchar(50), last_name varchar(50), mail varchar(50));
						INSERT INTO users VALUES (1, 'Ada', 'Lovelace', 'ada@example.org');
						""",
				"DROP TABLE users;");
		java("002", "Change users", """
				if (op.inspect().columns("users").stream().noneMatch((it) -> it.name().equalsIgnoreCase("full_name"))) {
					op.addColumn("users", dev.migrate.schema.Column.column("full_name",
							dev.migrate.schema.Types.varchar(200)));
				}
				op.addColumn("users", dev.migrate.schema.Column.column("full_name",
						dev.migrate.schema.Types.varchar(200))).ifNotExists();
				op.execute("UPDATE users SET full_name = CONCAT(first_name, ' ', last_name)");
				op.dropColumn("users", "first_name");
				op.dropColumn("users", "last_name");
				op.alterColumn("users", "mail").rename("email");
				op.jdbc().sql("UPDATE users SET email = upper(email)").update();
				""");

		succeed("upgrade", "head");

		assertThat(this.database.texts("SELECT full_name || ' ' || email FROM users"))
			.containsExactly("Ada Lovelace ADA@EXAMPLE.ORG");
		assertThat(this.database.texts("SELECT column_name FROM information_schema.columns "
				+ "WHERE table_schema = 'PUBLIC' AND table_name = 'USERS' ORDER BY 1"))
			.containsExactly("EMAIL", "FULL_NAME", "ID");
	}

	@Test
	void databaseUrlIsTakenAsTheEnvFileHasIt() throws Exception {
		threeTables();
		TestDatabase postgres = PostgresServer.shared().createDatabase();
		URI jdbc = URI.create(postgres.url().substring("jdbc:".length()));
		String address = "://%s:%s@%s:%d%s".formatted(postgres.user(), postgres.password(), jdbc.getHost(),
				jdbc.getPort(), jdbc.getPath());

		Result upgraded = run(Map.of("DATABASE_URL", "postgresql" + address), settingsWithoutDatabase(), "upgrade",
				"head");

		assertThat(upgraded.code()).as(upgraded.err()).isZero();
		assertThat(postgres.texts("SELECT version_num FROM migrate_version")).containsExactly("003");
		assertThat(succeed(List.of("--migrate.url=postgresql+asyncpg" + address), "current")).isEqualTo("003 (head)\n");
	}

	@Test
	void commandWaitsForADatabaseThatComesUpLate() throws Exception {
		threeTables();
		TestDatabase postgres = PostgresServer.shared().createDatabase();
		URI server = URI.create(postgres.url().substring("jdbc:".length()));
		int port = DemoProcess.freePort();
		TestDatabase late = new TestDatabase("jdbc:postgresql://localhost:" + port + server.getPath(), postgres.user(),
				postgres.password());
		List<String> settings = new ArrayList<>(settings(late));
		settings.add("--migrate.connect-timeout=30s");

		Command upgrade = start(Map.of(), settings, "upgrade").awaitError("Waiting up to 30s for the database");
		Result upgraded;
		try (PortForwarder forwarder = new PortForwarder(port, server.getHost(), server.getPort())) {
			upgraded = upgrade.await();
		}

		assertThat(upgraded.code()).as(upgraded.err()).isZero();
		assertThat(upgraded.out()).isEmpty();
		assertThat(postgres.texts("SELECT version_num FROM migrate_version")).containsExactly("003");
	}

	@Test
	void enabledAloneAppliesRevisionsOnStartup() throws Exception {
		threeTables();

		startApplication(Map.of("MIGRATE_ENABLED", "false"));
		assertThat(tables()).isEmpty();

		startApplication(Map.of("MIGRATE_ENABLED", "true"));
		assertThat(version()).containsExactly("003");
		assertThat(tables()).containsExactlyInAnyOrder("T1", "T2", "T3", "MIGRATE_VERSION", "MIGRATE_HISTORY");
	}

	@Test
	void enabledAloneSwitchesCreationByHibernateOff() throws Exception {
		threeTables();
		String update = "--spring.jpa.hibernate.ddl-auto=update";

		assertThat(startApplication(Map.of("MIGRATE_ENABLED", "true"), update))
			.contains("Ignoring hibernate.hbm2ddl.auto=update of 'entityManagerFactory': migrate.enabled=true "
					+ "migrates this database; remove the setting");
		assertThat(version()).containsExactly("003");
		assertThat(tables()).contains("T1", "T2", "T3").doesNotContain("USERS");

		assertThat(startApplication(Map.of("MIGRATE_ENABLED", "false"), update)).doesNotContain("Ignoring hibernate");
		assertThat(tables()).contains("USERS");
	}

	@Test
	void conditionalRevisionIsRenderedWithoutADatabaseUnlessItInspects() throws Exception {
		List<String> offline = new ArrayList<>(settingsWithoutDatabase());
		offline.add("--migrate.dialect=postgresql");
		String addition = "op.addColumn(\"users\", dev.migrate.schema.Column.column(\"phone\", "
				+ "dev.migrate.schema.Types.varchar(20)))";
		java("001", "Add phone", addition + ".ifNotExists();");

		Result rendered = run(Map.of(), offline, "upgrade", "--sql");
		assertThat(rendered.code()).as(rendered.err()).isZero();
		assertThat(rendered.out()).contains("\nALTER TABLE users ADD COLUMN IF NOT EXISTS phone varchar(20);\n",
				"INSERT INTO migrate_version (version_num) VALUES ('001');");

		String inspection = "op.inspect().columns(\"users\").stream().noneMatch((it) -> it.name().equals(\"phone\"))";
		Path inspecting = java("002", "Inspect", "if (" + inspection + ") {", addition + ";", "}");
		int line = Files.readAllLines(inspecting).indexOf("if (" + inspection + ") {") + 1;
		assertThat(run(Map.of(), offline, "upgrade", "--sql").failure()).isEqualTo(
				"migrate: Revision 002 (%s) cannot be written as SQL at line %d: op.inspect() needs a database; ask "
					.formatted(this.project.relativize(inspecting), line)
						+ "op.isOffline() before reading the database, or use declarative guards as ifNotExists()");

		Files.writeString(inspecting,
				Files.readString(inspecting).replace(inspection, "op.isOffline() || " + inspection));
		assertThat(run(Map.of(), offline, "upgrade", "--sql").out())
			.contains("\nALTER TABLE users ADD COLUMN phone varchar(20);\n");
	}

	@Test
	void wrapperPassesArgumentsOutputAndExitCodesOn() throws Exception {
		threeTables();
		succeed("upgrade", "002");
		// As after a change of the poms
		Files.deleteIfExists(Path.of("target/migrate/class-path.key"));

		Result heads = wrapper("heads");
		assertThat(heads.code()).as(heads.err()).isZero();
		assertThat(heads.out()).isEqualTo("003 (head)\n");
		assertThat(wrapper("current").out()).isEqualTo("002\n");

		Path file = written(wrapper("revision", "-m", "Say  \"it's\" $HOME *").out());
		assertThat(file).content().startsWith("-- Say  \"it's\" $HOME *\n");
		assertThat(wrapper("upgrade", "abc123").failure()).startsWith("migrate: Can't locate revision 'abc123'");
		Result unknown = wrapper("nonsense");
		assertThat(unknown.code()).isEqualTo(2);
		assertThat(unknown.out()).isEmpty();
		assertThat(unknown.err()).contains("migrate: Unknown command 'nonsense'");
	}

	/** The script of this module, with the Maven of this build. */
	private Result wrapper(String... command) throws Exception {
		Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH",
				Path.of(System.getProperty("demo.maven"), "bin") + ":" + System.getenv("PATH"));
		return start(List.of("./migrate"), Path.of("").toAbsolutePath(), environment, defaults(), command).await();
	}

	/** A revision in Java, in a project of its own. */
	private Path java(String id, String message, String... lines) throws Exception {
		Path file = written(succeed("revision", "-m", message, "--rev-id", id, "--format", "java"));
		String begin = "public void upgrade(Operations op) {\n";
		String source = Files.readString(file);
		assertThat(source).contains(begin);
		return Files.writeString(file, source.replace(begin, begin + String.join("\n", lines) + "\n"));
	}

	private static void fill(Path file, String upgrade, String downgrade) throws IOException {
		Files.writeString(file,
				Files.readString(file)
					.replace("-- migrate:upgrade\n", "-- migrate:upgrade\n" + upgrade + "\n")
					.replace("-- migrate:downgrade\n", "-- migrate:downgrade\n" + downgrade + "\n"));
	}

	private String properties() throws IOException {
		Path resources = this.project.resolve("src/main/resources");
		try (Stream<Path> files = Files.list(resources)) {
			Path file = files.filter((path) -> path.getFileName().toString().startsWith("application."))
				.findFirst()
				.orElseThrow();
			return Files.readString(file);
		}
	}

}
