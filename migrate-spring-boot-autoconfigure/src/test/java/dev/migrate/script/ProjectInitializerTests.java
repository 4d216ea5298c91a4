package dev.migrate.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProjectInitializer}.
 */
class ProjectInitializerTests {

	private static final String JAVA = "src/main/java/com/acme/migrations";

	private static final String SQL = "src/main/resources/db/migrate";

	private static final String PROPERTIES = "src/main/resources/application.properties";

	@TempDir
	private Path folder;

	@Test
	void everythingIsLaidIntoAnEmptyProject() throws IOException {
		InitializedProject project = initialize();
		assertThat(project.created()).containsExactly(path(JAVA), path(SQL), path("migrate"), path("migrate.cmd"),
				path(PROPERTIES));
		assertThat(project.existing()).isEmpty();
		assertThat(project.propertiesToAdd()).isEmpty();
		assertThat(project.propertiesFile()).isEqualTo(path(PROPERTIES));
		assertThat(path(JAVA)).isDirectory();
		assertThat(path(SQL)).isDirectory();
		assertThat(path("migrate")).isExecutable();
		assertThat(Files.readString(path(PROPERTIES))).isEqualTo("""
				# Revisions are applied when the application starts, in place of Hibernate's ddl-auto
				migrate.enabled=true
				""");
	}

	@Test
	void nothingIsOverwritten() throws IOException {
		write("migrate", "mine");
		write("migrate.cmd", "mine");
		write(PROPERTIES, "server.port=0\n");
		Files.createDirectories(path(SQL));
		InitializedProject project = initialize();
		assertThat(project.created()).containsExactly(path(JAVA));
		assertThat(project.existing()).containsExactly(path(SQL), path("migrate"), path("migrate.cmd"),
				path(PROPERTIES));
		assertThat(project.propertiesToAdd()).endsWith("\nmigrate.enabled=true\n");
		assertThat(path("migrate")).hasContent("mine");
		assertThat(Files.isExecutable(path("migrate"))).isFalse();
		assertThat(path("migrate.cmd")).hasContent("mine");
		assertThat(path(PROPERTIES)).hasContent("server.port=0\n");
		assertThat(initialize().created()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application.yml", "application.yaml", "config/application.yml" })
	void propertiesInYamlAreToBeAddedInYaml(String name) throws IOException {
		write("src/main/resources/" + name, "server:\n  port: 0\n");
		InitializedProject project = initialize();
		assertThat(project.propertiesFile()).isEqualTo(path("src/main/resources/" + name));
		assertThat(project.propertiesToAdd()).endsWith("\nmigrate:\n  enabled: true\n");
		assertThat(path(PROPERTIES)).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: b\nmigrate:\n  enabled: false\n", "migrate.enabled: true\n", "migrate.mode=verify\n" })
	void nothingIsToBeAddedWherePropertiesAre(String text) throws IOException {
		write("src/main/resources/application.yml", text);
		assertThat(initialize().propertiesToAdd()).isEmpty();
	}

	@Test
	void scriptsKnowTheMainClass() throws IOException {
		initialize();
		assertThat(Files.readString(path("migrate"))).contains("\nmain_class=com.acme.App\n");
		assertThat(Files.readString(path("migrate.cmd"))).contains("\nset \"main_class=com.acme.App\"\r\n");
	}

	@Test
	void scriptsFindTheMainClassWhereItIsNotKnown() throws IOException {
		ProjectInitializer.initialize(layout(), null);
		assertThat(Files.readString(path("migrate"))).contains("\nmain_class=\n");
		assertThat(Files.readString(path("migrate.cmd"))).contains("\nset \"main_class=\"\r\n");
	}

	@Test
	void scriptOfWindowsHasItsLineEndsAndOnlyLabelsThatExist() throws IOException {
		initialize();
		String text = Files.readString(path("migrate.cmd"), StandardCharsets.US_ASCII);
		assertThat(text.split("\n", -1)).satisfies((lines) -> assertThat(lines[lines.length - 1]).isEmpty())
			.allMatch((line) -> line.isEmpty() || line.endsWith("\r"));
		List<String> labels = matches("(?m)^:(\\w+)$", text);
		assertThat(labels).doesNotHaveDuplicates();
		assertThat(matches("(?:goto |call :)(\\w+)", text)).isSubsetOf(labels);
	}

	@Test
	void folderThatCannotBeCreatedIsNamed() throws IOException {
		write("src/main/java", "a file");
		assertThatExceptionOfType(ScriptException.class).isThrownBy(this::initialize)
			.withMessageStartingWith("The project cannot be initialized, %s cannot be written: ", path(JAVA));
	}

	private static List<String> matches(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
	}

	private InitializedProject initialize() {
		return ProjectInitializer.initialize(layout(), "com.acme.App");
	}

	private ProjectLayout layout() {
		return ProjectLayout.of(this.folder,
				new ScriptLocations(List.of("classpath:db/migrate"), List.of("com.acme.migrations")));
	}

	private Path path(String name) {
		return this.folder.resolve(name);
	}

	private void write(String name, String text) throws IOException {
		Files.createDirectories(Objects.requireNonNull(path(name).getParent()));
		Files.writeString(path(name), text);
	}

}
