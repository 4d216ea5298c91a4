package dev.migrate.script;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import dev.migrate.script.executable.ListRevisions;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceFolders} in an application that runs from its executable jar, as
 * Spring Boot makes it, in a project with revisions that were written after it.
 */
class ExecutableJarTests {

	private static final List<Class<?>> LIBRARIES = List.of(SourceFolders.class, Resource.class, JdbcTemplate.class,
			PlatformTransactionManager.class, Log.class, Nullable.class);

	@TempDir
	private Path folder;

	private Path project;

	@BeforeEach
	void build() throws Exception {
		this.project = Files.createDirectories(this.folder.resolve("my project"));
		write("pom.xml", "");
		Path source = write("src/main/java/com/acme/migrations/R1.java", revision("R1", "1", "\"as built\""));
		Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
		Path classes = Files.createDirectories(this.project.resolve("target/classes"));
		compile(source, classes);
		copy(ListRevisions.class, classes);
		Path plain = jar(classes, this.folder.resolve("plain.jar"));
		Repackager repackager = new Repackager(plain.toFile());
		repackager.setMainClass(ListRevisions.class.getName());
		repackager.repackage(this.project.resolve("target/app.jar").toFile(), (callback) -> {
			for (Class<?> type : LIBRARIES) {
				callback.library(new Library(library(type).toFile(), LibraryScope.RUNTIME));
			}
		});
	}

	@Test
	void revisionThatIsInTheJarIsNotCompiled() throws Exception {
		assertThat(run()).isEqualTo("1 src/main/java/com/acme/migrations/R1.java as built\n");
	}

	@Test
	void revisionThatIsWrittenLaterIsCompiledAgainstWhatIsInTheJar() throws Exception {
		write("src/main/java/com/acme/migrations/R2.java", revision("R2", "2",
				"new R1() + \" and \" + org.springframework.util.StringUtils.capitalize(\"later\")"));
		assertThat(run()).contains("1 src/main/java/com/acme/migrations/R1.java as built\n",
				"2 src/main/java/com/acme/migrations/R2.java as built and Later\n");
	}

	@Test
	void sourceThatIsNewerThanTheJarIsCompiled() throws Exception {
		Path source = write("src/main/java/com/acme/migrations/R1.java", revision("R1", "1", "\"changed\""));
		Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
		assertThat(run()).isEqualTo("1 src/main/java/com/acme/migrations/R1.java changed\n");
	}

	private String run() throws IOException, InterruptedException {
		Path errors = this.folder.resolve("errors.txt");
		Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx96m", "-jar",
				this.project.resolve("target/app.jar").toString())
			.directory(this.folder.toFile())
			.redirectError(errors.toFile())
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
		return output;
	}

	private static String revision(String name, String id, String value) {
		return """
				package com.acme.migrations;

				import dev.migrate.Migration;
				import dev.migrate.Operations;
				import dev.migrate.RevisionIdentifiers;

				import static dev.migrate.schema.Column.column;
				import static dev.migrate.schema.Types.varchar;

				@RevisionIdentifiers(revision = "%s")
				public class %s implements Migration {

					@Override
					public void upgrade(Operations op) {
						op.addColumn("users", column("phone_number", varchar(20)));
						op.jdbc().toString();
					}

					@Override
					public void downgrade(Operations op) {
					}

					@Override
					public String toString() {
						return %s;
					}

				}
				""".formatted(id, name, value);
	}

	private static void compile(Path source, Path target) throws IOException {
		JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
			files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
			assertThat(
					compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source))
						.call())
				.isTrue();
		}
	}

	private static void copy(Class<?> type, Path classes) throws IOException, URISyntaxException {
		String name = type.getName().replace('.', '/') + ".class";
		Path target = classes.resolve(name);
		Files.createDirectories(Objects.requireNonNull(target.getParent()));
		Files.copy(codeSource(type).resolve(name), target);
	}

	private Path library(Class<?> type) throws IOException {
		try {
			Path source = codeSource(type);
			return Files.isDirectory(source) ? jar(source, this.folder.resolve("migrate.jar")) : source;
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path codeSource(Class<?> type) throws URISyntaxException {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private static Path jar(Path classes, Path jar) throws IOException {
		try (OutputStream out = Files.newOutputStream(jar);
				ZipOutputStream entries = new ZipOutputStream(out);
				Stream<Path> files = Files.walk(classes)) {
			for (Path file : files.sorted().toList()) {
				String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
				if (Files.isRegularFile(file)) {
					entries.putNextEntry(new ZipEntry(name));
					Files.copy(file, entries);
				}
				else if (!name.isEmpty()) {
					entries.putNextEntry(new ZipEntry(name + "/"));
				}
			}
		}
		return jar;
	}

	private Path write(String name, String text) throws IOException {
		Path file = this.project.resolve(name);
		Files.createDirectories(Objects.requireNonNull(file.getParent()));
		return Files.writeString(file, text);
	}

}
