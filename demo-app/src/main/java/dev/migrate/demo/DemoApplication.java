package dev.migrate.demo;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * An employee attendance system whose schema is built by revisions.
 */
@SpringBootApplication
public class DemoApplication {

	/**
	 * Start the application, or execute a command of {@code migrate}.
	 * @param args the arguments
	 */
	public static void main(String[] args) {
		SpringApplication.run(DemoApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
