package dev.migrate.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import dev.migrate.autoconfigure.CommandStart.CommandExit;
import dev.migrate.autoconfigure.app.App;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Applications as their own command line.
 */
class CommandStartTests {

	private static final List<String> STARTED = Collections.synchronizedList(new ArrayList<>());

	private static TestDatabase database;

	private final PrintStream out = System.out;

	private final PrintStream err = System.err;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	@BeforeEach
	void prepare() {
		STARTED.clear();
		database = Product.H2.create();
		System.setOut(new PrintStream(this.output, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(this.errors, true, StandardCharsets.UTF_8));
	}

	@AfterEach
	void restore() {
		System.setOut(this.out);
		System.setErr(this.err);
	}

	/** The database of the applications that follow. */
	static void use(TestDatabase other) {
		database = other;
	}

	private int run(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--migrate.locations=classpath:app-revisions",
				"--migrate.packages=" + App.class.getPackageName() + ".migrations", "--demo.name=Spring's own"));
		SpringApplication application = new SpringApplication(BusyApplication.class);
		List<Integer> codes = new ArrayList<>();
		application.addBootstrapRegistryInitializer(
				(registry) -> registry.register(CommandExit.class, (context) -> (code) -> codes.add(code)));
		assertThatExceptionOfType(AbandonedRunException.class)
			.isThrownBy(() -> application.run(all.toArray(String[]::new)));
		assertThat(codes).hasSize(1);
		return codes.get(0);
	}

	private String output() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	private String errors() {
		return this.errors.toString(StandardCharsets.UTF_8);
	}

	@Test
	void commandIsExecutedOnTheApplicationsDataSource() {
		assertThat(run("migrate", "upgrade")).isZero();

		assertThat(output()).isEmpty();
		assertThat(errors()).contains("Running upgrade aaaa1111 -> bbbb2222, Insert somebody");
		assertThat(database.texts("SELECT name FROM person")).containsExactly("somebody");
	}

	@Test
	void nothingOfTheApplicationStarts() {
		assertThat(run("migrate", "upgrade", "heads")).isZero();
		assertThat(run("migrate", "current", "--verbose")).isZero();

		assertThat(STARTED).isEmpty();
	}

	@Test
	void standardOutputIsTheCommandsOwn() {
		assertThat(run("migrate", "heads")).isZero();

		assertThat(output()).isEqualTo("bbbb2222 (people) (head)\n");
	}

	@Test
	void initLooksIntoTheConfigurationForTheProject(@TempDir Path folder) throws IOException {
		Path configuration = Files.writeString(folder.resolve("own.properties"),
				"migrate.project-directory=" + folder.resolve("project"));

		assertThat(run("migrate", "init", "--spring.config.additional-location=" + configuration.toUri())).isZero();

		assertThat(folder.resolve("project/migrate")).isExecutable();
		assertThat(output()).contains("created migrate.cmd");
		assertThat(STARTED).isEmpty();
	}

	@Test
	void argumentsOfSpringMayStandAmongThoseOfTheCommand() {
		assertThat(run("migrate", "--migrate.version-table=other_version", "upgrade",
				"--spring.main.web-application-type=servlet", "heads"))
			.isZero();

		assertThat(database.texts("SELECT version_num FROM other_version")).containsExactly("bbbb2222");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			migrate upgrade nowhere, 1, migrate: Can't locate revision 'nowhere'
			migrate --bogus, 2, migrate: Unknown option '--bogus'
			migrate upgrade --ddl=none, 2, migrate: Unknown option '--ddl=none'
			""")
	void errorIsOneLineWithAnExitCode(String arguments, int code, String message) {
		assertThat(run(arguments.split(" "))).isEqualTo(code);

		assertThat(errors()).contains(message).doesNotContain("\tat ");
		assertThat(output()).isEmpty();
	}

	@Test
	void ordinaryStartIsNoCommand() {
		SpringApplication application = new SpringApplication(BusyApplication.class);
		try (var context = application.run("--migrate.enabled=true", "--server.port=0", "--demo.name=x", "migrate",
				"--migrate.locations=classpath:app-revisions",
				"--migrate.packages=" + App.class.getPackageName() + ".migrations")) {
			assertThat(STARTED).contains("lifecycle", "runner", "refreshed", "ready");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
	@EnableScheduling
	static class BusyApplication {

		BusyApplication(@Value("${demo.name}") String name) {
			assertThat(name).isNotEmpty();
		}

		@Bean
		DataSource applicationDataSource() {
			return database.dataSource();
		}

		@Bean
		CommandLineRunner runner() {
			return (arguments) -> STARTED.add("runner");
		}

		@Bean
		SmartLifecycle lifecycle() {
			return new SmartLifecycle() {

				private boolean running;

				@Override
				public void start() {
					STARTED.add("lifecycle");
					this.running = true;
				}

				@Override
				public void stop() {
					this.running = false;
				}

				@Override
				public boolean isRunning() {
					return this.running;
				}

			};
		}

		@Bean
		Object eager() {
			STARTED.add("eager bean");
			return new Object();
		}

		@Bean
		Listener listener() {
			return new Listener();
		}

	}

	static class Listener {

		@Scheduled(fixedDelay = 1)
		void schedule() {
			STARTED.add("scheduled");
		}

		@EventListener
		void onRefreshed(ContextRefreshedEvent event) {
			STARTED.add("refreshed");
		}

		@EventListener
		void onReady(ApplicationReadyEvent event) {
			STARTED.add("ready");
		}

	}

}
