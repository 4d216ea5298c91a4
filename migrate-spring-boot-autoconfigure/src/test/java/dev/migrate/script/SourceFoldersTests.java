package dev.migrate.script;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import dev.migrate.Migration;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SourceFolders}.
 */
class SourceFoldersTests {

	private static final JavaCompiler COMPILER = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());

	private static final ScriptLocations LOCATIONS = new ScriptLocations(List.of("classpath:db/migrate"),
			List.of("com.acme.migrations"));

	private static final String PACKAGE = "src/main/java/com/acme/migrations/";

	private static final String RESOURCES = "src/main/resources/db/migrate/";

	@TempDir
	private Path folder;

	private ProjectLayout layout;

	private URLClassLoader classPath;

	@BeforeEach
	void createProject() throws IOException {
		this.layout = ProjectLayout.of(this.folder, LOCATIONS);
		Path classes = Files.createDirectories(this.folder.resolve("target/classes"));
		this.classPath = new URLClassLoader(new URL[] { classes.toUri().toURL() }, getClass().getClassLoader());
	}

	@AfterEach
	void closeClassPath() throws IOException {
		this.classPath.close();
	}

	@Test
	void projectWithoutSourcesHasWhatIsOnTheClassPath() {
		write("target/classes/db/migrate/a.sql", sql("a", "on class path"));
		assertThat(sources(load())).isEqualTo(Map.of("a", "db/migrate/a.sql"));
		assertThat(load().source("a")).isEmpty();
	}

	@Test
	void sqlTakesPartAsSoonAsItIsWritten() {
		write(RESOURCES + "2026/a.sql", sql("a", "just written"));
		assertThat(sources(load())).isEqualTo(Map.of("a", RESOURCES + "2026/a.sql"));
		assertThat(load().source("a")).contains(this.folder.resolve(RESOURCES + "2026/a.sql"));
	}

	@Test
	void sqlSourceWinsOverItsCopy() {
		write("target/classes/db/migrate/a.sql", sql("a", "old"));
		write(RESOURCES + "a.sql", sql("a", "new"));
		assertThat(messages(load())).containsExactly("new");
	}

	@Test
	void sqlSourceWhoseIdWasChangedWinsOverItsCopy() {
		write("target/classes/db/migrate/a.sql", sql("a", "old"));
		write(RESOURCES + "a.sql", sql("b", "new"));
		assertThat(messages(load())).containsExactly("new");
	}

	@Test
	void sqlSourceThatWasRenamedWinsOverItsCopy() {
		write("target/classes/db/migrate/a.sql", sql("a", "old"));
		write(RESOURCES + "b.sql", sql("a", "new"));
		assertThat(messages(load())).containsExactly("new");
	}

	@Test
	void sqlWhoseSourceWasDeletedStays() {
		write("target/classes/db/migrate/a.sql", sql("a", "deleted"));
		write(RESOURCES + "b.sql", sql("b", "kept"));
		assertThat(messages(load())).containsExactlyInAnyOrder("deleted", "kept");
	}

	@Test
	void twoSourcesWithOneIdAreRefused() {
		write(RESOURCES + "a.sql", sql("a", ""));
		write(PACKAGE + "R1.java", java("R1", "a", "", ""));
		assertThatExceptionOfType(RevisionException.class).isThrownBy(this::load)
			.withMessage("Revision id 'a' is used twice, by %sa.sql and by %sR1.java; give one of them another id",
					RESOURCES, PACKAGE);
	}

	@Test
	void javaIsCompiledAsSoonAsItIsWritten() throws Exception {
		write(PACKAGE + "R1.java", java("R1", "1", "just written", ""));
		write(PACKAGE + "shop/R2.java",
				java("R2", "2", "in a subpackage", "").replace("migrations;", "migrations.shop;"));
		ScriptDirectory directory = load();
		assertThat(sources(directory)).isEqualTo(Map.of("1", PACKAGE + "R1.java", "2", PACKAGE + "shop/R2.java"));
		assertThat(directory.source("2")).contains(this.folder.resolve(PACKAGE + "shop/R2.java"));
		assertThat(type(directory, "1").getDeclaredConstructor().newInstance()).isInstanceOf(Migration.class);
		assertThat(type(directory, "2").getSimpleName()).isEqualTo("R2");
	}

	@Test
	void whatIsWrittenByTheWriterTakesPart() throws Exception {
		Revision revision = new Revision("3f2a", List.of(), Set.of("shop"), List.of(), "Add \"phone\" */ \\u users",
				Instant.parse("2026-11-20T10:30:00Z"), "");
		new ScriptWriter(this.layout, LOCATIONS, ScriptSettings.defaults()).write(revision, RevisionFormat.JAVA,
				new RevisionBody(List.of("static dev.migrate.schema.Column.column", "java.util.List"),
						"List.of(\"a\").forEach(op::dropTable);\n\nop.execute(\"\"\"\n\tSELECT 1\n\t\"\"\");", ""),
				null);
		ScriptDirectory directory = load();
		assertThat(directory.script("3f2a").revision()).usingRecursiveComparison()
			.ignoringFields("source")
			.isEqualTo(revision);
		assertThat(type(directory, "3f2a")).isAssignableTo(Migration.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "say \"hello\"", "close */ the comment", "C:\\users and \\u0022", "Größe 用户 😀", "\ud800",
			"{@code x} <b> & @author", "ends with a backslash \\", "\u202eleft", "/* // \"\"\"" })
	void messageCompiles(String message) {
		Revision revision = new Revision("1", List.of(), Set.of(), List.of(), message, null, "");
		new ScriptWriter(this.layout, LOCATIONS, ScriptSettings.defaults()).write(revision, RevisionFormat.JAVA,
				RevisionBody.EMPTY, null);
		assertThat(load().script("1").revision().message()).isEqualTo(message);
	}

	@Test
	void classThatIsUpToDateIsTakenFromTheClassPath() {
		write(PACKAGE + "R1.java", java("R1", "1", "compiled", ""));
		build();
		JavaRevisionScript script = (JavaRevisionScript) load(null).script("1");
		assertThat(script.compiled()).isTrue();
		assertThat(script.classLoader()).isNull();
		assertThat(script.revision().source()).isEqualTo(PACKAGE + "R1.java");
	}

	@Test
	void sourceThatIsNewerThanItsClassWins() {
		write(PACKAGE + "R1.java", java("R1", "1", "old", ""));
		build();
		change(PACKAGE + "R1.java", java("R1", "1", "new", ""));
		assertThat(messages(load())).containsExactly("new");
	}

	@Test
	void sourceWhoseIdWasChangedWinsOverItsClass() {
		write(PACKAGE + "R1.java", java("R1", "1", "old", ""));
		build();
		change(PACKAGE + "R1.java", java("R1", "2", "new", ""));
		assertThat(messages(load())).containsExactly("new");
	}

	@Test
	void classOfRenamedSourceIsReplaced() throws IOException {
		write(PACKAGE + "R1.java", java("R1", "1", "old", ""));
		build();
		Files.delete(this.folder.resolve(PACKAGE + "R1.java"));
		write(PACKAGE + "R1_Renamed.java", java("R1_Renamed", "1", "new", ""));
		assertThat(messages(load())).containsExactly("new");
	}

	@Test
	void classWhoseSourceWasDeletedStays() throws IOException {
		write(PACKAGE + "R1.java", java("R1", "1", "deleted", ""));
		build();
		Files.delete(this.folder.resolve(PACKAGE + "R1.java"));
		assertThat(sources(load())).isEqualTo(Map.of("1", "com.acme.migrations.R1"));
	}

	@Test
	void revisionsShareWhatIsPrivateToTheirPackage() throws Exception {
		write(PACKAGE + "Names.java", names("old"));
		write(PACKAGE + "R1.java", java("R1", "1", "", "Names.value()"));
		build();
		write(PACKAGE + "R2.java", java("R2", "2", "", "Names.value()"));
		ScriptDirectory directory = load();
		assertThat(value(directory, "1")).isEqualTo("old".hashCode());
		assertThat(value(directory, "2")).isEqualTo("old".hashCode());
		change(PACKAGE + "Names.java", names("new"));
		directory = load();
		assertThat(value(directory, "1")).isEqualTo("new".hashCode());
		assertThat(value(directory, "2")).isEqualTo("new".hashCode());
	}

	@Test
	void sourcesAreCompiledOnceUntilTheyChange() {
		write(PACKAGE + "R1.java", java("R1", "1", "old", ""));
		SourceFolders folders = new SourceFolders(this.layout, this.classPath, COMPILER);
		ScriptDirectoryLoader loader = loader().withSources(folders);
		ClassLoader first = ((JavaRevisionScript) loader.load().script("1")).classLoader();
		assertThat(((JavaRevisionScript) loader.load().script("1")).classLoader()).isSameAs(first);
		change(PACKAGE + "R1.java", java("R1", "1", "new", ""));
		assertThat(messages(loader.load())).containsExactly("new");
	}

	@Test
	void packageDescriptionIsNotCompiled() {
		write(PACKAGE + "package-info.java", "this is not Java");
		assertThat(load().graph().revisions()).isEmpty();
	}

	@Test
	void sourceThatDoesNotCompileIsNamedWithItsLine() {
		write(PACKAGE + "R1.java", java("R1", "1", "", "Names.value()"));
		assertThatExceptionOfType(ScriptException.class).isThrownBy(this::load)
			.withMessage(PACKAGE + "R1.java does not compile, line 12: cannot find symbol, symbol: variable Names, "
					+ "location: class com.acme.migrations.R1; correct it, or build the application first if it needs what is not built yet");
	}

	@Test
	void identifiersAreReadFromTheSourceWithoutCompiler() {
		write(PACKAGE + "R1.java", java("R1", "1", "written", "Names.value()"));
		write(PACKAGE + "Names.java", names("no revision"));
		JavaRevisionScript script = (JavaRevisionScript) load(null).script("1");
		assertThat(script.revision())
			.isEqualTo(new Revision("1", List.of(), Set.of(), List.of(), "written", null, PACKAGE + "R1.java"));
		assertThat(script.className()).isEqualTo("com.acme.migrations.R1");
		assertThat(script.compiled()).isFalse();
	}

	@Test
	void sourceThatIsNewerIsNotCompiledWithoutCompiler() {
		write(PACKAGE + "R1.java", java("R1", "1", "old", ""));
		build();
		change(PACKAGE + "R1.java", java("R1", "1", "new", ""));
		ScriptDirectory directory = load(null);
		assertThat(messages(directory)).containsExactly("new");
		assertThat(((JavaRevisionScript) directory.script("1")).compiled()).isFalse();
	}

	@Test
	void sqlSourceThatIsNoRevisionIsNamed() {
		write(RESOURCES + "a.sql", "SELECT 1;");
		assertThatExceptionOfType(ScriptException.class).isThrownBy(this::load)
			.withMessageStartingWith("The SQL revision %sa.sql has text that is no comment", RESOURCES);
	}

	private ScriptDirectory load() {
		return load(COMPILER);
	}

	private ScriptDirectory load(@Nullable JavaCompiler compiler) {
		return loader().withSources(new SourceFolders(this.layout, this.classPath, compiler)).load();
	}

	private ScriptDirectoryLoader loader() {
		return new ScriptDirectoryLoader(LOCATIONS, new DefaultResourceLoader(this.classPath));
	}

	private static Map<String, String> sources(ScriptDirectory directory) {
		Map<String, String> sources = new TreeMap<>();
		directory.graph().revisions().forEach((revision) -> sources.put(revision.id(), revision.source()));
		return sources;
	}

	private static List<String> messages(ScriptDirectory directory) {
		return directory.graph().revisions().stream().map(Revision::message).toList();
	}

	private static Class<?> type(ScriptDirectory directory, String id) throws ClassNotFoundException {
		JavaRevisionScript script = (JavaRevisionScript) directory.script(id);
		return Class.forName(script.className(), true, script.classLoader());
	}

	private static int value(ScriptDirectory directory, String id) throws ReflectiveOperationException {
		return ((IntSupplier) type(directory, id).getDeclaredConstructor().newInstance()).getAsInt();
	}

	private static String sql(String id, String message) {
		return "-- " + message + "\n--\n-- revision: " + id + "\n-- migrate:upgrade\nSELECT 1;\n";
	}

	private static String java(String name, String id, String message, String value) {
		return """
				package com.acme.migrations;

				import dev.migrate.Migration;
				import dev.migrate.Operations;
				import dev.migrate.RevisionIdentifiers;

				@RevisionIdentifiers(revision = "%s", message = "%s")
				public class %s implements Migration, java.util.function.IntSupplier {

					@Override
					public int getAsInt() {
						return %s;
					}

					@Override
					public void upgrade(Operations op) {
					}

					@Override
					public void downgrade(Operations op) {
					}

				}
				""".formatted(id, message, name, value.isEmpty() ? "0" : value);
	}

	private static String names(String value) {
		return """
				package com.acme.migrations;

				final class Names {

					static int value() {
						return "%s".hashCode();
					}

				}
				""".formatted(value);
	}

	/** Compile all sources, as a build does. */
	private void build() {
		try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
			files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(this.folder.resolve("target/classes")));
			assertThat(
					COMPILER
						.getTask(null, files, null, List.of("-proc:none"), null,
								files.getJavaFileObjectsFromPaths(
										SourceFiles.find(List.of(this.layout.javaFolder()), RevisionFormat.JAVA)))
						.call())
				.isTrue();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Write a file later than the build. */
	private void change(String name, String text) {
		Path file = write(name, text);
		try {
			Files.setLastModifiedTime(file, FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(60)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path write(String name, String text) {
		try {
			Path file = this.folder.resolve(name);
			Files.createDirectories(Objects.requireNonNull(file.getParent()));
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
