package dev.migrate.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What a person sees when a start fails.
 */
@ExtendWith(OutputCaptureExtension.class)
class MigrateFailureAnalyzerTests {

	@TempDir
	private Path folder;

	private void write(String id, String down, String sql) throws Exception {
		Files.writeString(this.folder.resolve(id + ".sql"), """
				-- Message
				--
				-- revision: %s
				-- down_revision: %s

				-- migrate:upgrade
				%s
				""".formatted(id, down, sql));
	}

	private void start(TestDatabase database, String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		List<String> all = new ArrayList<>(
				List.of("--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
						"--spring.datasource.password=" + database.password(), "--migrate.enabled=true",
						"--migrate.packages=none", "--migrate.locations=file:" + this.folder));
		all.addAll(List.of(arguments));
		assertThatException().isThrownBy(() -> application.run(all.toArray(String[]::new)));
	}

	@Test
	void failingStatementIsExplainedWithoutStackTrace(CapturedOutput output) throws Exception {
		write("a1", "", "SELECT * FROM missing;");
		TestDatabase database = Product.POSTGRESQL.create();
		// To create the database may have told of a search for Docker
		int before = output.length();
		start(database);

		assertThat(output.toString().substring(before)).contains("APPLICATION FAILED TO START")
			.containsIgnoringWhitespaces("""
					Description:

					The upgrade of revision a1 (%s/a1.sql) failed at line 7: ERROR: relation "missing" does not exist,
					  Position: 15; the statement is: SELECT * FROM missing.

					Action:

					It was rolled back, earlier revisions stay: correct the revision and start again.
					""".formatted(this.folder))
			.doesNotContain("\tat dev.migrate");
	}

	@Test
	void severalHeadsAreNamedWithTheirFiles(CapturedOutput output) throws Exception {
		write("a1", "", "SELECT 1;");
		write("a2", "", "SELECT 1;");
		start(Product.H2.create());

		assertThat(output)
			.contains("Multiple head revisions are present where 'head' must be one: a1 (" + this.folder
					+ "/a1.sql), a2 (" + this.folder + "/a2.sql).")
			.contains("Name one of them, or 'heads' for all, or merge them.");
	}

	@Test
	void databaseThatLacksARevisionIsExplainedWithTheModeVerify(CapturedOutput output) throws Exception {
		write("a1", "", "SELECT 1;");
		start(Product.H2.create(), "--migrate.mode=verify");

		assertThat(output)
			.contains("The database has no version table yet and lacks 1 revision up to 'head', the first is a1 ("
					+ this.folder + "/a1.sql).")
			.contains("Run migrate upgrade head, or start with migrate.mode=upgrade.");
	}

	@Test
	void waitThatIsOverIsExplainedWithTheModeWait(CapturedOutput output) throws Exception {
		write("a1", "", "SELECT 1;");
		start(Product.H2.create(), "--migrate.mode=wait", "--migrate.lock.timeout=0s");

		assertThat(output)
			.contains("Nobody has migrated the database within 0s: it has no version table yet and lacks 1")
			.contains(
					"Look after the job or instance that runs migrate upgrade, then start again; migrate.lock.timeout "
							+ "sets the wait.");
	}

	@Test
	void noRevisionIsExplained(CapturedOutput output) {
		start(Product.H2.create());

		assertThat(output)
			.contains("No revision was found, neither in [file:" + this.folder + "] nor in the packages " + "[none].")
			.contains("Write the first one, or correct migrate.locations or migrate.packages.");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
