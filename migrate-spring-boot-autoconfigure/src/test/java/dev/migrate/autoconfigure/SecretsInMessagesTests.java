package dev.migrate.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.env.MockEnvironment;

import dev.migrate.actuate.MigrationsEndpoint;
import dev.migrate.autoconfigure.app.App;
import dev.migrate.command.Migrate;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The password of the database is never shown, whatever is wrong with its URL.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsInMessagesTests {

	private static final String SECRET = "Open5esame";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MigrateAutoConfiguration.class, MigrationsEndpointAutoConfiguration.class))
		.withPropertyValues("migrate.packages=" + App.class.getPackageName() + ".migrations", App.LOCATIONS,
				"migrate.connect-timeout=0s", "management.endpoints.web.exposure.include=migrations");

	private static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace, true));
		return trace.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://app:" + SECRET + "@localhost:1/db",
			"jdbc:postgresql://localhost:1/db?user=app&password=" + SECRET,
			"jdbc:postgresql://localhost:x1/db?user=app&password=" + SECRET,
			"postgresql://app:" + SECRET + "@localhost:1/db", "postgresql://app:" + SECRET + "%zz@localhost:1/db",
			"postgresql://app:" + SECRET + "@:1/db", "postgresql://app:" + SECRET + " @localhost:1/db",
			"postgresql://app:" + SECRET + "@localhost:99999/db",
			"postgresql://app:" + SECRET + "@localhost:1/db?password=" + SECRET,
			"jdbc:h2:mem:x;USER=sa;PASSWORD=" + SECRET + ";NO_SUCH_SETTING=1",
			"jdbc:h2:nowhere;IFEXISTS=TRUE;PASSWORD=" + SECRET, "jdbc:h2:tcp://localhost:1/x;PASSWORD=" + SECRET,
			"jdbc:sqlite:/no/such/folder/x.db?password=" + SECRET, "jdbc:nosuch://app:" + SECRET + "@localhost/db",
			"mysql://app:" + SECRET + "@localhost/db", "app:" + SECRET + "@localhost" })
	void urlThatLeadsNowhere(String url, CapturedOutput output) {
		this.runner.withPropertyValues("migrate.url=" + url).run((context) -> {
			Throwable start = context.getStartupFailure();
			if (start == null) {
				Migrate migrate = context.getBean(Migrate.class);
				assertThatException().isThrownBy(() -> migrate.upgrade("head"))
					.satisfies((ex) -> assertThat(trace(ex)).doesNotContain(SECRET));
				assertThatException().isThrownBy(() -> migrate.upgradeSql("nope"))
					.satisfies((ex) -> assertThat(trace(ex)).doesNotContain(SECRET));
			}
			else {
				assertThat(trace(start)).doesNotContain(SECRET);
			}
		});
		this.runner.withPropertyValues("migrate.url=" + url, "migrate.enabled=true")
			.run((context) -> assertThat(trace(context.getStartupFailure())).doesNotContain(SECRET));
		assertThat(output).doesNotContain(SECRET);
	}

	@Test
	void passwordThatIsWrong(CapturedOutput output) {
		TestDatabase database = Product.POSTGRESQL.create();
		this.runner
			.withPropertyValues("migrate.url=" + database.url(), "migrate.user=nobody", "migrate.password=" + SECRET,
					"migrate.enabled=true")
			.run((context) -> assertThat(trace(context.getStartupFailure())).doesNotContain(SECRET)
				.contains("The database cannot be reached"));
		assertThat(output).doesNotContain(SECRET);
	}

	@Test
	void poolThatRefusesTheUrlOfTheApplication(CapturedOutput output) {
		this.runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=jdbc:h3:mem:x;PASSWORD=" + SECRET,
					"spring.datasource.driver-class-name=org.h2.Driver")
			.run((context) -> {
				assertThatException().isThrownBy(() -> context.getBean(Migrate.class).upgrade("head"))
					.satisfies((ex) -> assertThat(trace(ex)).doesNotContain(SECRET).contains("PASSWORD=****"));
				assertThat(JsonMapper.shared()
					.writeValueAsString(context.getBean(MigrationsEndpoint.class).migrations(null)))
					.doesNotContain(SECRET);
			});
	}

	@Test
	void endpointOfADatabaseThatCannotBeReached() {
		this.runner.withPropertyValues("migrate.url=jdbc:postgresql://app:" + SECRET + "@localhost:1/db")
			.run((context) -> assertThat(
					JsonMapper.shared().writeValueAsString(context.getBean(MigrationsEndpoint.class).migrations(null)))
				.doesNotContain(SECRET));
	}

	@Test
	void environmentVariableThatCannotBeRead() {
		MockEnvironment environment = new MockEnvironment();
		environment.getPropertySources()
			.addFirst(
					new MapPropertySource("test", Map.of("DATABASE_URL", "postgres://app:" + SECRET + "%zz@host/db")));

		assertThatException()
			.isThrownBy(() -> new DatabaseUrlEnvironmentPostProcessor().postProcessEnvironment(environment,
					new SpringApplication()))
			.satisfies((ex) -> assertThat(trace(ex)).doesNotContain(SECRET).contains("DATABASE_URL"));
	}

}
