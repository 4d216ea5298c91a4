package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

import dev.migrate.autoconfigure.app.App;
import dev.migrate.autoconfigure.app.Person;
import dev.migrate.autoconfigure.app.PersonRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Boot's test slices of the database migrate it too.
 */
class TestSliceTests {

	@Nested
	@DataJpaTest(properties = { "migrate.enabled=true", App.LOCATIONS, "spring.flyway.enabled=false",
			"spring.jpa.hibernate.ddl-auto=validate" })
	@ContextConfiguration(classes = App.class)
	class Jpa {

		@Test
		void repositoryFindsWhatTheRevisionsMade(@Autowired PersonRepository repository) {
			assertThat(repository.findAll()).extracting(Person::getName).containsExactly("somebody");
		}

	}

	@Nested
	@JdbcTest(properties = { "migrate.enabled=true", App.LOCATIONS, "spring.flyway.enabled=false" })
	@ContextConfiguration(classes = App.class)
	class Jdbc {

		@Test
		void clientFindsWhatTheRevisionsMade(@Autowired JdbcClient jdbc) {
			assertThat(jdbc.sql("SELECT name FROM person").query(String.class).list()).containsExactly("somebody");
		}

	}

}
