package dev.migrate.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What teams that come from Alembic type, line by line of their guides, through the
 * packaged demo in a project of its own.
 */
class GuidesIT {

	@TempDir
	private Path folder;

	private Path project;

	private Path versions;

	private TestDatabase database;

	@BeforeEach
	void createProject() throws IOException {
		this.project = this.folder.resolve("project");
		this.versions = Files.createDirectories(this.project.resolve("src/main/resources/db/migrate"));
		this.database = new TestDatabase("jdbc:h2:file:" + this.folder.resolve("db"), "sa", "");
	}

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
	void revisionsAreWrittenInSequenceAndTakePartAtOnce() throws Exception {
		List<String> sequence = List.of("--migrate.revision.id-style=sequence");
		Path initial = written(succeed(sequence, "create", "--initial"));
		Path manual = written(succeed(sequence, "revision", "-m", "Manual migration"));
		Path created = written(succeed(sequence, "create", "--message", "Add user table"));

		assertThat(List.of(initial, manual, created)).containsExactly(
				this.versions.resolve("001_initial_migration.sql"), this.versions.resolve("002_manual_migration.sql"),
				this.versions.resolve("003_add_user_table.sql"));
		assertThat(manual).content().contains("-- revision: 002", "-- down_revision: 001");

		Result refused = run("create", "--initial");
		assertThat(refused.code()).isEqualTo(1);
		assertThat(refused.out()).isEmpty();
		assertThat(refused.err()).contains("migrate: There are revisions already, up to 003");
		Result silent = run("create");
		assertThat(silent.code()).isEqualTo(2);
		assertThat(silent.out()).isEmpty();
		assertThat(silent.err()).contains("no terminal to ask", "--message");
		assertThat(files()).hasSize(3);

		fill(initial, "CREATE TABLE users (id int PRIMARY KEY);", "DROP TABLE users;");
		assertThat(succeed("upgrade", "head")).isEmpty();
		assertThat(version()).containsExactly("003");
		assertThat(tables()).contains("USERS");
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

		Result unknown = run("upgrade", "abc123");
		assertThat(unknown.code()).isEqualTo(1);
		assertThat(unknown.err()).contains("migrate: Can't locate revision 'abc123'");
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

		Result several = run("upgrade", "head");
		assertThat(several.code()).isEqualTo(1);
		assertThat(several.err()).contains("002", "003", "heads");
		assertThat(tables()).doesNotContain("T1");
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
		Path second = written(succeed("revision", "-m", "Change users", "--rev-id", "002", "--format", "java"));
		String source = Files.readString(second);
		assertThat(source).contains("public void upgrade(Operations op) {");
		Files.writeString(second, source.replace("public void upgrade(Operations op) {",
				"""
						public void upgrade(Operations op) {
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
						"""));

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
		// The one profile that sets no URL; as everything it reads, it is not in Docker
		List<String> settings = new ArrayList<>(projectSettings());
		settings.addAll(List.of("--spring.profiles.active=compose", "--spring.docker.compose.enabled=false"));

		Result upgraded = run(Map.of("DATABASE_URL", "postgresql" + address), settings, "upgrade", "head");

		assertThat(upgraded.code()).as(upgraded.err()).isZero();
		assertThat(postgres.texts("SELECT version_num FROM migrate_version")).containsExactly("003");
		List<String> asyncpg = new ArrayList<>(defaults());
		asyncpg.add("--migrate.url=postgresql+asyncpg" + address);
		Result current = run(Map.of(), asyncpg, "current");
		assertThat(current.code()).as(current.err()).isZero();
		assertThat(current.out()).isEqualTo("003 (head)\n");
	}

	private void threeTables() throws IOException {
		table("001", "", "t1");
		table("002", "001", "t2");
		table("003", "002", "t3");
	}

	private void table(String id, String down, String name) throws IOException {
		Files.writeString(this.versions.resolve(id + "_create_" + name + ".sql"), """
				-- Create %3$s
				--
				-- revision: %1$s
				-- down_revision: %2$s

				-- migrate:upgrade
				CREATE TABLE %3$s (id int PRIMARY KEY);

				-- migrate:downgrade
				DROP TABLE %3$s;
				""".formatted(id, down, name));
	}

	private static void fill(Path file, String upgrade, String downgrade) throws IOException {
		Files.writeString(file,
				Files.readString(file)
					.replace("-- migrate:upgrade\n", "-- migrate:upgrade\n" + upgrade + "\n")
					.replace("-- migrate:downgrade\n", "-- migrate:downgrade\n" + downgrade + "\n"));
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.versions)) {
			return files.toList();
		}
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

	/** The one path that a command has written to standard output. */
	private static Path written(String output) {
		assertThat(output.lines()).hasSize(1);
		assertThat(Path.of(output.strip())).isRegularFile();
		return Path.of(output.strip());
	}

	private List<String> version() {
		return this.database.texts("SELECT version_num FROM migrate_version ORDER BY 1");
	}

	private List<String> tables() {
		return this.database.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'");
	}

	private List<String> projectSettings() {
		return List.of("--migrate.project-directory=" + this.project, "--migrate.locations=file:" + this.versions,
				"--migrate.packages=guides.migrations", "--migrate.revision.format=sql");
	}

	private List<String> defaults() {
		List<String> settings = new ArrayList<>(projectSettings());
		settings.addAll(List.of("--spring.datasource.url=" + this.database.url(), "--spring.datasource.username=sa"));
		return settings;
	}

	private String succeed(String... command) throws Exception {
		return succeed(List.of(), command);
	}

	private String succeed(List<String> more, String... command) throws Exception {
		List<String> settings = new ArrayList<>(defaults());
		settings.addAll(more);
		Result result = run(Map.of(), settings, command);
		assertThat(result.code()).as(result.err()).isZero();
		return result.out();
	}

	private Result run(String... command) throws Exception {
		return run(Map.of(), defaults(), command);
	}

	private Result run(Map<String, String> environment, List<String> settings, String... command) throws Exception {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-jar", System.getProperty("demo.jar"), "migrate"));
		line.addAll(List.of(command));
		line.addAll(settings);
		Path out = this.folder.resolve("stdout");
		Path err = this.folder.resolve("stderr");
		ProcessBuilder builder = new ProcessBuilder(line).directory(this.folder.toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().keySet().removeAll(List.of("DATABASE_URL", "VISUAL", "EDITOR"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.getOutputStream().close();
		if (!process.waitFor(2, TimeUnit.MINUTES)) {
			process.destroyForcibly();
			throw new AssertionError("The command did not end: " + line);
		}
		return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
	}

	private record Result(int code, String out, String err) {

	}

}
