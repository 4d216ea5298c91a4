package dev.migrate.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The wrapper script in a module of a real Maven project. Its sibling is not installed,
 * and it needs the sibling's test jar besides.
 */
@Tag("external")
class WrapperScriptTests {

	private static final ScriptLocations LOCATIONS = new ScriptLocations(List.of("classpath:db/migrate"),
			List.of("com.acme.migrations"));

	@TempDir
	private Path folder;

	private Path project;

	@BeforeEach
	void createProject() throws IOException {
		this.project = this.folder.resolve("my apps/app");
		write("pom.xml", """
				<project xmlns="http://maven.apache.org/POM/4.0.0">
					<modelVersion>4.0.0</modelVersion>
					<groupId>com.acme</groupId>
					<artifactId>parent</artifactId>
					<version>1</version>
					<packaging>pom</packaging>
					<modules>
						<module> lib </module>
						<module>starter</module>
						<module>my apps/app</module>
					</modules>
					<properties>
						<maven.compiler.release>17</maven.compiler.release>
						<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
					</properties>
					<build>
						<pluginManagement>
							<plugins>
								<plugin>
									<artifactId>maven-compiler-plugin</artifactId>
									<version>3.14.1</version>
								</plugin>
								<plugin>
									<artifactId>maven-resources-plugin</artifactId>
									<version>3.3.1</version>
								</plugin>
								<plugin>
									<artifactId>maven-dependency-plugin</artifactId>
									<version>3.8.1</version>
								</plugin>
							</plugins>
						</pluginManagement>
					</build>
				</project>
				""");
		write("lib/pom.xml", module("lib", "../pom.xml", ""));
		write("starter/pom.xml", module("starter", "../pom.xml", ""));
		write("lib/src/main/java/com/acme/lib/Quotes.java", quotes("[%s]"));
		String dependency = "<dependency><groupId>com.acme</groupId><artifactId>lib</artifactId><version>1</version>"
				+ "%s</dependency>";
		write("my apps/app/pom.xml",
				module("app", "../../pom.xml",
						"<dependencies>" + dependency.formatted("")
								+ dependency.formatted("<type>test-jar</type><scope>test</scope>")
								+ dependency.replace(">lib<", ">starter<").formatted("") + "</dependencies>"));
		write("my apps/app/src/main/java/org/springframework/boot/autoconfigure/SpringBootApplication.java", """
				package org.springframework.boot.autoconfigure;

				@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
				public @interface SpringBootApplication {

				}
				""");
		write("my apps/app/src/main/java/com/acme/App.java", application("App"));
	}

	@Test
	void argumentsOutputAndExitCodeAreTheCommands() throws Exception {
		initialize("com.acme.App");
		Call call = migrate("revision", "-m", "two words", "", "say \"hello\"", "it's", "$HOME `pwd`", "*", "-1",
				"back\\slash", " ");
		assertThat(call.output()).isEqualTo("""
				[migrate]
				[revision]
				[-m]
				[two words]
				[]
				[say "hello"]
				[it's]
				[$HOME `pwd`]
				[*]
				[-1]
				[back\\slash]
				[ ]
				""");
		assertThat(call.exitCode()).isEqualTo(3);
		assertThat(call.errors()).contains("working in " + this.project.toRealPath());
	}

	@Test
	void mavenIsAskedOnlyWhenSomethingHasChanged() throws Exception {
		initialize("com.acme.App");
		migrate("first");
		// Would fail
		Path maven = write("my apps/app/mvnw", "#!/bin/sh\necho called; echo \"$@\" >&2\nexit 1\n");
		assertThat(maven.toFile().setExecutable(true)).isTrue();
		assertThat(migrate("again").output()).isEqualTo("[migrate]\n[again]\n");

		write("starter/pom.xml", module("starter", "../pom.xml", ""));
		write("lib/src/main/java/com/acme/lib/Quotes.java", quotes("<%s>"));
		Call failed = migrate("again");
		assertThat(failed.output()).isEmpty();
		assertThat(failed.exitCode()).isEqualTo(1);
		assertThat(failed.errors()).containsSubsequence("-pl my apps/app -am compile\n",
				"migrate: the project does not compile; correct what Maven reports above\n");

		Files.delete(maven);
		assertThat(migrate("again").output()).isEqualTo("<migrate>\n<again>\n");

		Files.writeString(maven, "#!/bin/sh\necho called; echo \"$@\" >&2\nexit 1\n");
		assertThat(maven.toFile().setExecutable(true)).isTrue();
		Files.writeString(this.folder.resolve("pom.xml"), Files.readString(this.folder.resolve("pom.xml")) + "\n");
		failed = migrate("again");
		assertThat(failed.exitCode()).isEqualTo(1);
		assertThat(failed.errors()).containsSubsequence("test-compile dependency:build-classpath\n",
				"migrate: the project cannot be compiled; correct what Maven reports above\n");
	}

	@Test
	void mainClassIsFound() throws Exception {
		initialize(null);
		assertThat(migrate("current").output()).isEqualTo("[migrate]\n[current]\n");
		// One that was named and is no more
		Files.delete(this.project.resolve("migrate"));
		initialize("com.acme.Renamed");
		assertThat(migrate("current").output()).isEqualTo("[migrate]\n[current]\n");
		write("my apps/app/src/main/java/com/acme/Other.java", application("Other"));
		Call call = migrate("current");
		assertThat(call.exitCode()).isEqualTo(1);
		assertThat(call.errors()).containsPattern("migrate: several classes have @SpringBootApplication: "
				+ "com\\.acme\\.(App com\\.acme\\.Other|Other com\\.acme\\.App); set main_class in this script");
	}

	private void initialize(@Nullable String mainClass) {
		ProjectInitializer.initialize(ProjectLayout.of(this.project, LOCATIONS), mainClass);
	}

	/** Call the script from another folder, through a link. */
	private Call migrate(String... arguments) throws IOException, InterruptedException {
		Path elsewhere = Files.createDirectories(this.folder.resolve("elsewhere"));
		Path link = elsewhere.resolve("link");
		if (!Files.isSymbolicLink(link)) {
			Files.createSymbolicLink(link, Path.of("../my apps/app/migrate"));
		}
		List<String> command = new ArrayList<>(List.of("./link"));
		command.addAll(List.of(arguments));
		Path errors = this.folder.resolve("errors.txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile())
			.redirectError(errors.toFile());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		// Nobody answers
		builder.redirectInput(Path.of("/dev/null").toFile());
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Call(output, process.waitFor(), Files.readString(errors));
	}

	private static String module(String name, String parent, String dependencies) {
		return """
				<project xmlns="http://maven.apache.org/POM/4.0.0">
					<modelVersion>4.0.0</modelVersion>
					<parent>
						<groupId>com.acme</groupId>
						<artifactId>parent</artifactId>
						<version>1</version>
						<relativePath>%s</relativePath>
					</parent>
					<artifactId>%s</artifactId>
					%s
				</project>
				""".formatted(parent, name, dependencies);
	}

	private static String quotes(String format) {
		return """
				package com.acme.lib;

				public class Quotes {

					public static String quote(String text) {
						return "%s".formatted(text);
					}

				}
				""".formatted(format);
	}

	private static String application(String name) {
		return """
				package com.acme;

				@org.springframework.boot.autoconfigure.SpringBootApplication
				public class %s {

					public static void main(String[] args) {
						for (String arg : args) {
							System.out.println(com.acme.lib.Quotes.quote(arg));
						}
						System.err.println("working in " + java.nio.file.Path.of("").toAbsolutePath());
						System.exit(3);
					}

				}
				""".formatted(name);
	}

	private Path write(String name, String text) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(Objects.requireNonNull(file.getParent()));
		return Files.writeString(file, text);
	}

	private record Call(String output, int exitCode, String errors) {

	}

}
