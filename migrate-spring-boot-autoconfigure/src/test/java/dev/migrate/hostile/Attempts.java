package dev.migrate.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.migrate.cli.MigrateCommandLine;
import dev.migrate.cli.RecordingTerminal;
import dev.migrate.dialect.Dialects;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs commands that must be refused: with one sentence on stderr, nothing on stdout, and
 * neither a file nor the database changed.
 */
final class Attempts {

	private final Path folder;

	private final TestDatabase database;

	private UnaryOperator<TestApplication> application = (application) -> application;

	Attempts(Path folder, TestDatabase database) {
		this.folder = folder;
		this.database = database;
	}

	/**
	 * Change the application that the commands belong to.
	 */
	Attempts application(UnaryOperator<TestApplication> application) {
		this.application = application;
		return this;
	}

	Attempts file(String name, String content) {
		return file(name, content.getBytes(StandardCharsets.UTF_8));
	}

	Attempts file(String name, byte[] content) {
		try {
			Files.createDirectories(this.folder.resolve(name).getParent());
			Files.write(this.folder.resolve(name), content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Three revisions: a base with the label {@code people}, and two branches on it.
	 */
	Attempts revisions() {
		return revision("aaaa1111", "", "people").revision("bbbb2222", "aaaa1111", "")
			.revision("cccc3333", "aaaa1111", "cart");
	}

	private Attempts revision(String id, String down, String label) {
		return file(id + ".sql", """
				-- Message of %1$s
				--
				-- revision: %1$s
				-- down_revision: %2$s
				-- branch_labels: %3$s

				-- migrate:upgrade
				CREATE TABLE t_%1$s (id bigint);

				-- migrate:downgrade
				DROP TABLE t_%1$s;
				""".formatted(id, down, label));
	}

	/**
	 * Run a command that is done.
	 */
	Attempts done(String... arguments) {
		RecordingTerminal terminal = new RecordingTerminal();
		assertThat(run(terminal, List.of(arguments))).as(terminal.errors()).isZero();
		return this;
	}

	/**
	 * Run a command that is refused.
	 * @param code the exit code
	 * @param sentence what is wrong and what to do, {@code FOLDER} for the folder of the
	 * revisions
	 * @param arguments the arguments
	 */
	void refused(int code, String sentence, List<String> arguments) {
		RecordingTerminal terminal = new RecordingTerminal();
		Map<String, String> files = files();
		List<String> rows = database();
		int actual = run(terminal, arguments);
		String error = terminal.errors().replace(this.folder.toString(), "FOLDER");
		assertThat(error).isEqualTo("migrate: " + sentence + "\n").matches("migrate: .+; .+\n");
		assertThat(terminal.written()).isEmpty();
		assertThat(actual).isEqualTo(code);
		assertThat(files()).isEqualTo(files);
		assertThat(database()).isEqualTo(rows);
	}

	/**
	 * Run a command that is refused.
	 * @param line the arguments with blanks between them; a {@code ·} stands for a blank
	 * in an argument, {@code ''} for an argument that is empty
	 * @param code the exit code
	 * @param sentence what is wrong and what to do
	 */
	void refused(String line, int code, String sentence) {
		refused(code, sentence,
				Stream.of(line.split(" ")).map((word) -> word.equals("''") ? "" : word.replace('·', ' ')).toList());
	}

	private int run(RecordingTerminal terminal, List<String> arguments) {
		TestApplication application = this.application
			.apply(new TestApplication(this.folder, this.database.dataSource()));
		return new MigrateCommandLine(application::migrate, List::of, terminal).run(arguments);
	}

	private Map<String, String> files() {
		try (Stream<Path> paths = Files.walk(this.folder)) {
			Map<String, String> files = new TreeMap<>();
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				files.put(this.folder.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Its objects, and what it says about revisions. */
	private List<String> database() {
		if (this.database.url().startsWith("jdbc:h2:")) {
			return this.database.texts("SCRIPT NOSETTINGS");
		}
		try (Connection connection = this.database.connect()) {
			String objects = Dialects.load(getClass().getClassLoader())
				.of(connection)
				.reflector()
				.reflect(connection, null)
				.toString();
			boolean versioned = this.database.tables().contains("migrate_version");
			return Stream
				.concat(Stream.of(objects),
						versioned ? this.database.texts("SELECT version_num FROM migrate_version ORDER BY 1").stream()
								: Stream.of())
				.toList();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
