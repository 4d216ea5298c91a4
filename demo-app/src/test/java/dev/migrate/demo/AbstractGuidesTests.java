package dev.migrate.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A project and an H2 file of a test's own, and commands of the packaged demo that work
 * on them.
 */
abstract class AbstractGuidesTests {

	@TempDir
	Path folder;

	Path project;

	Path versions;

	TestDatabase database;

	@BeforeEach
	void createProject() throws IOException {
		this.project = this.folder.resolve("project");
		this.versions = Files.createDirectories(this.project.resolve("src/main/resources/db/migrate"));
		this.database = new TestDatabase("jdbc:h2:file:" + this.folder.resolve("db"), "sa", "");
	}

	void threeTables() throws IOException {
		table("001", "", "t1");
		table("002", "001", "t2");
		table("003", "002", "t3");
	}

	void table(String id, String down, String name) throws IOException {
		sql(id, down, "Create " + name, "CREATE TABLE %s (id int PRIMARY KEY, name varchar(50));".formatted(name),
				"DROP TABLE %s;".formatted(name));
	}

	void sql(String id, String down, String message, String upgrade, String downgrade) throws IOException {
		String name = id + "_" + message.toLowerCase(Locale.ROOT).replace(' ', '_') + ".sql";
		Files.writeString(this.versions.resolve(name), """
				-- %s
				--
				-- revision: %s
				-- down_revision: %s

				-- migrate:upgrade
				%s

				-- migrate:downgrade
				%s
				""".formatted(message, id, down, upgrade, downgrade));
	}

	/** The one path that a command has written to standard output. */
	static Path written(String output) {
		assertThat(output.lines()).hasSize(1);
		assertThat(Path.of(output.strip())).isRegularFile();
		return Path.of(output.strip());
	}

	List<String> version() {
		return this.database.texts("SELECT version_num FROM migrate_version ORDER BY 1");
	}

	List<String> tables() {
		return this.database.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'");
	}

	List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.versions)) {
			return files.toList();
		}
	}

	/** Start the application, not a command, and end it; what it has printed. */
	String startApplication(Map<String, String> environment, String... arguments) {
		String[] all = Stream.concat(defaults().stream(), Stream.of(arguments)).toArray(String[]::new);
		try (DemoProcess demo = DemoProcess.start(environment, all).awaitStarted()) {
			return demo.output();
		}
	}

	List<String> defaults() {
		return settings(this.database);
	}

	List<String> settings(TestDatabase database) {
		return settings("--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password());
	}

	/**
	 * With the one profile that sets no URL; as everything it reads, it is not in Docker.
	 */
	List<String> settingsWithoutDatabase() {
		return settings("--spring.profiles.active=compose", "--spring.docker.compose.enabled=false");
	}

	List<String> settings(String... more) {
		List<String> settings = new ArrayList<>(
				List.of("--migrate.project-directory=" + this.project, "--migrate.locations=file:" + this.versions,
						"--migrate.packages=guides.migrations", "--migrate.revision.format=sql"));
		settings.addAll(List.of(more));
		return settings;
	}

	String succeed(String... command) throws Exception {
		return succeed(List.of(), command);
	}

	String succeed(List<String> more, String... command) throws Exception {
		List<String> settings = new ArrayList<>(defaults());
		settings.addAll(more);
		Result result = run(Map.of(), settings, command);
		assertThat(result.code()).as(result.err()).isZero();
		return result.out();
	}

	Result run(String... command) throws Exception {
		return run(Map.of(), defaults(), command);
	}

	Result run(Map<String, String> environment, List<String> settings, String... command) throws Exception {
		return start(environment, settings, command).await();
	}

	Command start(Map<String, String> environment, List<String> settings, String... command) throws Exception {
		List<String> program = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-jar", System.getProperty("demo.jar"), "migrate");
		return start(program, this.folder, environment, settings, command);
	}

	Command start(List<String> program, Path directory, Map<String, String> environment, List<String> settings,
			String... command) throws Exception {
		List<String> line = new ArrayList<>(program);
		line.addAll(List.of(command));
		line.addAll(settings);
		Path out = this.folder.resolve("stdout");
		Path err = this.folder.resolve("stderr");
		ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().keySet().removeAll(List.of("DATABASE_URL", "VISUAL", "EDITOR"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.getOutputStream().close();
		return new Command(process, out, err);
	}

	/**
	 * A command that may still be running.
	 */
	record Command(Process process, Path out, Path err) {

		Command awaitError(String text) throws Exception {
			long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
			while (!Files.readString(this.err).contains(text)) {
				if (!this.process.isAlive() || System.nanoTime() > deadline) {
					this.process.destroyForcibly();
					throw new AssertionError("The command did not say '" + text + "' but:\n" + await());
				}
				TimeUnit.MILLISECONDS.sleep(20);
			}
			return this;
		}

		Result await() throws Exception {
			if (!this.process.waitFor(2, TimeUnit.MINUTES)) {
				this.process.destroyForcibly();
				throw new AssertionError("The command did not end: " + this.process.info());
			}
			return new Result(this.process.exitValue(), Files.readString(this.out), Files.readString(this.err));
		}

	}

	record Result(int code, String out, String err) {

		/** The one sentence of a command that failed and wrote nothing else. */
		String failure() {
			assertThat(this.code).as(this.err).isEqualTo(1);
			assertThat(this.out).isEmpty();
			assertThat(this.err).doesNotContain("\tat ");
			List<String> sentences = this.err.lines().filter((line) -> line.startsWith("migrate: ")).toList();
			assertThat(sentences).as(this.err).hasSize(1);
			return sentences.get(0);
		}

	}

}
