package dev.migrate.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/tutorial.md} from the first to the last step, in a copy of this module: its
 * changes are made, its commands carried out by the wrapper script, and their output is
 * compared. To write the output into the page anew: {@code mvn verify
 * -Dit.test=TutorialIT -DargLine=-Dmigrate.docs=write}.
 */
class TutorialIT {

	private static final Path PAGE = Path.of("../docs/tutorial.md");

	private static final Pattern STEP = Pattern.compile("(?<=```(?:console|diff)\n).*?(?=```)", Pattern.DOTALL);

	private static final String CURL = "curl -s localhost:8080";

	/** The wrapper asks for classes and a class path; Maven would know no copy. */
	private static final String COMPILER = """
			#!/bin/sh
			rm -rf target/classes
			"$JAVA_HOME/bin/javac" -nowarn -proc:none -parameters -d target/classes -cp "$LIBRARIES" \\
			  $(find src/main/java -name '*.java') || exit 1
			cp -r src/main/resources/. target/classes/
			printf %s "$LIBRARIES" >target/migrate/class-path
			""";

	@TempDir
	private Path project;

	@TempDir
	private Path libraries;

	private int code;

	@BeforeEach
	void copyDemo() throws IOException {
		copy(Path.of("src/main"));
		copy(Path.of("pom.xml"));
		copy(Path.of("migrate"));
		copy(Path.of("migrate.cmd"));
		Path maven = Files.writeString(this.project.resolve("mvnw"), COMPILER);
		assertThat(maven.toFile().setExecutable(true)).isTrue();
		try (JarFile jar = new JarFile(System.getProperty("demo.jar"))) {
			for (var entry : jar.stream().filter((entry) -> entry.getName().endsWith(".jar")).toList()) {
				try (InputStream library = jar.getInputStream(entry)) {
					Files.copy(library, this.libraries.resolve(Path.of(entry.getName()).getFileName()));
				}
			}
		}
	}

	private void copy(Path source) throws IOException {
		try (Stream<Path> files = Files.walk(source)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = this.project.resolve(file);
				Files.createDirectories(target.getParent());
				Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	@Test
	void everyStepDoesWhatThePageShows() throws IOException {
		String page = Files.readString(PAGE);

		String real = STEP.matcher(page)
			.replaceAll((match) -> Matcher
				.quoteReplacement(match.group().startsWith("--- ") ? change(match.group()) : carryOut(match.group())));

		if ("write".equals(System.getProperty("migrate.docs"))) {
			Files.writeString(PAGE, real);
		}
		assertThat(page).isEqualTo(real);
	}

	/** Replace what a difference shows, which must be there once. */
	private String change(String difference) {
		List<String> lines = difference.lines().skip(1).toList();
		Path file = this.project.resolve(difference.lines().findFirst().orElseThrow().substring("--- ".length()));
		try {
			String before = Files.readString(file);
			assertThat(before.split(Pattern.quote(side(lines, '+')), -1)).as(difference).hasSize(2);
			Files.writeString(file, before.replace(side(lines, '+'), side(lines, '-')));
			return difference;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String side(List<String> lines, char leftOut) {
		return lines.stream()
			.filter((line) -> line.isEmpty() || line.charAt(0) != leftOut)
			.map((line) -> (line.isEmpty() ? line : line.substring(1)) + "\n")
			.collect(Collectors.joining());
	}

	private String carryOut(String example) {
		return example.lines()
			.filter((line) -> line.startsWith("$ "))
			.map((line) -> line + "\n" + output(line.substring("$ ".length())))
			.collect(Collectors.joining());
	}

	private String output(String command) {
		try {
			String output = command.equals("echo $?") ? this.code + "\n"
					: command.startsWith(CURL) ? answer(command.substring(CURL.length())) : execute(command);
			return output.replace(this.project + "/", "")
				.replaceAll("(?m)^\\S+Z +(?:INFO|WARN) .*? : ", "")
				.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "2026-11-20T10:30:00Z");
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String execute(String command) throws IOException, InterruptedException {
		Path output = this.libraries.resolve("output");
		ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(this.project.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(environment());
		Process process = builder.start();
		process.getOutputStream().close();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
		this.code = process.exitValue();
		return Files.readString(output);
	}

	private Map<String, String> environment() throws IOException {
		return Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-XX:TieredStopAtLevel=1", "LIBRARIES",
				classPath(), "SPRING_DATASOURCE_URL",
				"jdbc:h2:file:" + this.project.resolve("target/attendance").toAbsolutePath());
	}

	private String classPath() throws IOException {
		try (Stream<Path> jars = Files.list(this.libraries)) {
			return jars.map(Path::toString).filter((jar) -> jar.endsWith(".jar")).collect(Collectors.joining(":"));
		}
	}

	/** What the application answers, started as it is now. */
	private String answer(String path) throws IOException {
		List<String> program = List.of("-cp", this.project.resolve("target/classes") + ":" + classPath(),
				DemoApplication.class.getName());
		try (DemoProcess demo = DemoProcess.start(program, environment()).awaitStarted()) {
			return demo.get(path) + "\n";
		}
	}

}
