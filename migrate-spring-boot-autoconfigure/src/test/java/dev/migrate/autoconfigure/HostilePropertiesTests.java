package dev.migrate.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;

import dev.migrate.autoconfigure.CommandStart.CommandExit;
import dev.migrate.autoconfigure.CommandStartTests.BusyApplication;
import dev.migrate.autoconfigure.app.App;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Properties that cannot be meant, in the application as its own command line. No message
 * shows a password.
 */
class HostilePropertiesTests {

	private static final TestDatabase DATABASE = Product.H2.create();

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void upgradeIsRefused(String property, String sentence) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		List<Integer> codes = new ArrayList<>();
		try {
			System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
			System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
			SpringApplication application = new SpringApplication(BusyApplication.class);
			application.addBootstrapRegistryInitializer(
					(registry) -> registry.register(CommandExit.class, (context) -> codes::add));
			application
				.setDefaultProperties(Map.of("migrate.connect-timeout", "1ms", "demo.name", "x", "migrate.packages",
						App.class.getPackageName() + ".migrations", "migrate.locations", "classpath:app-revisions"));
			CommandStartTests.use(DATABASE);
			assertThatExceptionOfType(AbandonedRunException.class)
				.isThrownBy(() -> application.run("migrate", "upgrade", "--" + property));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
		List<String> lines = errors.toString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("migrate: "))
			.toList();
		assertThat(lines).containsExactly("migrate: " + sentence);
		assertThat(errors.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ", "s3cr3t", "sec ret");
		assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
		assertThat(codes).containsExactly(1);
		assertThat(DATABASE.tables()).isEmpty();
	}

	static Stream<Arguments> upgradeIsRefused() {
		return Stream.of(arguments("migrate.lock.timeout=soon",
				"The property migrate.lock.timeout cannot be 'soon'; correct it: 'soon' is not a valid duration"),
				arguments("migrate.lock.timeout=5 parsecs",
						"The property migrate.lock.timeout cannot be '5 parsecs'; correct it: '5 parsecs' is not a valid duration"),
				arguments("migrate.connect-timeout=1h30",
						"The property migrate.connect-timeout cannot be '1h30'; correct it: '1h30' is not a valid duration"),
				arguments("migrate.transaction=sometimes",
						"The property migrate.transaction cannot be 'sometimes'; write one of per-revision, single"),
				arguments("migrate.check=maybe",
						"The property migrate.check cannot be 'maybe'; write one of off, warn, fail"),
				arguments("migrate.revision.format=python",
						"The property migrate.revision.format cannot be 'python'; write one of java, sql"),
				arguments("migrate.revision.id-style=lucky",
						"The property migrate.revision.id-style cannot be 'lucky'; write one of random, timestamp, sequence"),
				arguments("migrate.version-table=", "migrate.version-table is empty; name a table, or leave it out"),
				arguments("migrate.history-table=", "migrate.history-table is empty; name a table, or leave it out"),
				arguments("migrate.history-table=migrate_version",
						"migrate.version-table and migrate.history-table are both 'migrate_version'; give one of them another name"),
				arguments("migrate.schema=nowhere",
						"The migration failed: Schema \"NOWHERE\" not found; look at the database's message and start again"),
				arguments("migrate.schema=x\"; DROP TABLE users; --",
						"The migration failed: Schema \"x\"\"; DROP TABLE users; --\" not found; look at the database's message and start again"),
				arguments("migrate.locations=file:/nowhere",
						"The folder file:/nowhere, where revisions are looked for, does not exist; create it, or correct migrate.locations"),
				arguments("migrate.locations=nope:x",
						"The folder nope:x, where revisions are looked for, does not exist; create it, or correct migrate.locations"),
				arguments("migrate.url=jdbc:nowhere://user:s3cr3t@host/db",
						"The URL in migrate.url is of a database that is not known; write it like jdbc:postgresql://host:5432/database"),
				arguments("migrate.url=jdbc:postgresql://user:s3cr3t@localhost:1/db",
						"The database cannot be reached within 0s: The connection attempt failed; check that it is running and that URL, user and password are right"),
				arguments("migrate.url=jdbc:postgresql://localhost:1/db?user=a&password=s3cr3t",
						"The database cannot be reached within 0s: Connection to localhost:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections; check that it is running and that URL, user and password are right"),
				arguments("migrate.url=jdbc:h2:nowhere;PASSWORD=s3cr3t",
						"The database cannot be reached: A file path that is implicitly relative to the current working directory is not allowed in the database URL \"jdbc:h2:nowhere;PASSWORD=****\". Use an absolute path, ~/name, ./name, or the baseDir setting instead. [90011-240]; check that it is running and that URL, user and password are right"),
				arguments("migrate.url=jdbc:h2:nowhere;USER=a;PASSWORD=s3cr3t;MODE=x",
						"The database cannot be reached: A file path that is implicitly relative to the current working directory is not allowed in the database URL \"jdbc:h2:nowhere;USER=a;PASSWORD=****;MODE=x\". Use an absolute path, ~/name, ./name, or the baseDir setting instead. [90011-240]; check that it is running and that URL, user and password are right"),
				arguments("migrate.url=s3cr3t",
						"The URL in migrate.url is none of JDBC; write it like jdbc:postgresql://host:5432/database, with migrate.user and migrate.password"),
				arguments("migrate.url=postgresql://user:s3cr3t@host",
						"The database URL in migrate.url cannot be read; write it like postgresql://user:password@host:5432/database, with special characters of user and password percent-encoded"),
				arguments("migrate.url=postgresql://user:s3cr3t@",
						"The database URL in migrate.url cannot be read; write it like postgresql://user:password@host:5432/database, with special characters of user and password percent-encoded"),
				arguments("migrate.url=postgresql://user:sec ret@host/db",
						"The database URL in migrate.url cannot be read; write it like postgresql://user:password@host:5432/database, with special characters of user and password percent-encoded"),
				arguments("migrate.url=postgresql://user:s3cr3t@host:port/db",
						"The database URL in migrate.url cannot be read; write it like postgresql://user:password@host:5432/database, with special characters of user and password percent-encoded"),
				arguments("migrate.url=postgresql://user:%zzs3cr3t@host/db",
						"The database URL in migrate.url cannot be read; write it like postgresql://user:password@host:5432/database, with special characters of user and password percent-encoded"),
				arguments("migrate.url=mysql://user:s3cr3t@host/db",
						"The URL in migrate.url is none of JDBC; write it like jdbc:postgresql://host:5432/database, with migrate.user and migrate.password"),
				arguments("migrate.url=jdbc:postgresql://[::1/db?password=s3cr3t",
						"The database cannot be reached within 0s: The connection attempt failed; check that it is running and that URL, user and password are right"),
				arguments("migrate.url=http://user:s3cr3t@host/db",
						"The URL in migrate.url is none of JDBC; write it like jdbc:postgresql://host:5432/database, with migrate.user and migrate.password"));
	}

}
