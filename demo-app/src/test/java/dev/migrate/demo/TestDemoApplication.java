package dev.migrate.demo;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;

/**
 * The application on PostgreSQL in a container: {@code mvn spring-boot:test-run}.
 */
public class TestDemoApplication {

	public static void main(String[] args) {
		SpringApplication.from(DemoApplication::main).with(PostgresContainerConfiguration.class).run(args);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class PostgresContainerConfiguration {

		private static final String IMAGE = "MIGRATE_TEST_POSTGRES_IMAGE";

		@Bean
		@ServiceConnection
		PostgreSQLContainer postgresContainer() {
			String image = System.getProperty(IMAGE, System.getenv().getOrDefault(IMAGE, "postgres:18"));
			return new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
		}

	}

}
