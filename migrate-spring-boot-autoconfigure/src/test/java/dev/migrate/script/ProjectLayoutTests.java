package dev.migrate.script;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProjectLayout}.
 */
class ProjectLayoutTests {

	private static final ScriptLocations LOCATIONS = new ScriptLocations(List.of("classpath:db/migrate"),
			List.of("com.acme.shop.migrations"));

	@TempDir
	private Path folder;

	@Test
	void newRevisionsGoWhereMavenHasSources() {
		ProjectLayout layout = ProjectLayout.of(this.folder, LOCATIONS);
		assertThat(layout.folder(RevisionFormat.JAVA))
			.isEqualTo(this.folder.resolve("src/main/java/com/acme/shop/migrations"));
		assertThat(layout.folder(RevisionFormat.SQL)).isEqualTo(this.folder.resolve("src/main/resources/db/migrate"));
	}

	@Test
	void newRevisionsGoToTheFirstLocation() {
		ProjectLayout layout = ProjectLayout.of(this.folder,
				new ScriptLocations(List.of("classpath:/sql/", "db/migrate"), List.of()));
		assertThat(layout.folder(RevisionFormat.SQL)).isEqualTo(this.folder.resolve("src/main/resources/sql"));
		assertThat(layout.folder(RevisionFormat.JAVA)).isEqualTo(this.folder.resolve("src/main/java/migrations"));
	}

	@Test
	void locationMayBeAFolder() {
		ScriptLocations locations = new ScriptLocations(List.of("db/migrate", "file:/etc/app/migrations"), List.of());
		assertThat(ProjectLayout.of(this.folder, locations).folders(RevisionFormat.SQL, locations))
			.containsExactly(this.folder.resolve("src/main/resources/db/migrate"), Path.of("/etc/app/migrations"));
	}

	@Test
	void sourceFolderMayBeAnother() {
		ProjectLayout layout = ProjectLayout.of(this.folder, LOCATIONS)
			.withSourceFolder(RevisionFormat.JAVA, Path.of("src/migrations/java"))
			.withSourceFolder(RevisionFormat.SQL, this.folder.resolve("sql"));
		assertThat(layout.folder(RevisionFormat.JAVA))
			.isEqualTo(this.folder.resolve("src/migrations/java/com/acme/shop/migrations"));
		assertThat(layout.folder(RevisionFormat.SQL)).isEqualTo(this.folder.resolve("sql"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:%s/target/classes/", "file:%s/target/test-classes/", "file:%s/target/app.jar",
			"jar:file:%s/target/app.jar!/BOOT-INF/classes!/", "jar:nested:%s/target/app.jar/!BOOT-INF/classes/!/",
			"file:%s/build/classes/java/main/" })
	void projectHoldsTheOutputFolderOfTheMainClass(String location) throws IOException {
		Path project = Files.createDirectories(this.folder.resolve("my app"));
		Files.createFile(project.resolve("pom.xml"));
		String path = project.toUri().getRawPath();
		assertThat(ProjectLayout.findDirectory(url(location.formatted(path.substring(0, path.length() - 1)))))
			.isEqualTo(project);
	}

	@Test
	void nestedJarMayNameFoldersWithBlanksAsTheyAre() throws IOException {
		Path project = Files.createDirectories(this.folder.resolve("my app"));
		Files.createFile(project.resolve("pom.xml"));
		assertThat(ProjectLayout.findDirectory(url("file:" + project + "/target/app.jar"))).isEqualTo(project);
	}

	@Test
	void projectIsTheWorkingDirectoryWhereThereIsNone() throws IOException {
		Path workingDirectory = Path.of("").toAbsolutePath();
		assertThat(ProjectLayout.findDirectory(null)).isEqualTo(workingDirectory);
		assertThat(ProjectLayout.findDirectory(url("file:" + this.folder + "/app.jar"))).isEqualTo(workingDirectory);
		assertThat(ProjectLayout.findDirectory(url("file:" + this.folder + "/target/app.jar")))
			.isEqualTo(workingDirectory);
	}

	@Test
	void pathIsShownFromTheProjectsFolder() {
		ProjectLayout layout = ProjectLayout.of(this.folder, LOCATIONS);
		assertThat(layout.display(layout.folder(RevisionFormat.SQL))).isEqualTo("src/main/resources/db/migrate");
		assertThat(layout.display(Path.of("/etc/app"))).isEqualTo("/etc/app");
	}

	private static URL url(String location) throws IOException {
		return new URL(null, location, new URLStreamHandler() {

			@Override
			protected URLConnection openConnection(URL url) throws IOException {
				throw new IOException("not to be opened");
			}

		});
	}

}
