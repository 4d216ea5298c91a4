package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import dev.migrate.runtime.MigrationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseUrlTests {

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					postgresql://user:password@host:5432/db, jdbc:postgresql://host:5432/db, user, password
					postgresql+asyncpg://user:password@host/db, jdbc:postgresql://host/db, user, password
					postgres://u%40x:p%2Fw%3A+1@localhost/db?sslmode=require, jdbc:postgresql://localhost/db?sslmode=require, u@x, p/w:+1
					postgresql://[::1]:5433/db, jdbc:postgresql://[::1]:5433/db, ,
					postgresql://user@host/db, jdbc:postgresql://host/db, user,
					""")
	void urlIsParsed(String url, String jdbcUrl, String user, String password) {
		assertThat(DatabaseUrl.matches(url)).isTrue();
		assertThat(DatabaseUrl.parse(url, "migrate.url")).isEqualTo(new DatabaseUrl(jdbcUrl, user, password));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://host/db", "mysql://host/db", "sqlite:///./test.db", "postgresql" })
	void otherUrlsAreLeftAlone(String url) {
		assertThat(DatabaseUrl.matches(url)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql://user:secret@host", "postgresql://user:sec ret@host/db",
			"postgresql://user:secret@/db" })
	void messageOfAnUnreadableUrlDoesNotShowThePassword(String url) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> DatabaseUrl.parse(url, "DATABASE_URL"))
			.withMessageStartingWith("The database URL in DATABASE_URL cannot be read; write it like postgresql://")
			.withMessageNotContaining("sec");
	}

	@Test
	void dataSourceIsTakenFromTheVariable() {
		MockEnvironment environment = new MockEnvironment().withProperty("DATABASE_URL",
				"postgresql://user:password@host:5432/db");
		new DatabaseUrlEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());

		assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://host:5432/db");
		assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("user");
		assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("password");
	}

	@Test
	void dataSourceOfTheApplicationWins() {
		MockEnvironment environment = new MockEnvironment()
			.withProperty("DATABASE_URL", "postgresql://user:password@host:5432/db")
			.withProperty("spring.datasource.url", "jdbc:h2:mem:test");
		new DatabaseUrlEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());

		assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:h2:mem:test");
		assertThat(environment.containsProperty("spring.datasource.username")).isFalse();
	}

}
