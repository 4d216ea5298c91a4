package dev.migrate.autoconfigure.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/**
 * An application whose revisions are in its package {@code migrations} and in
 * {@code classpath:app-revisions}.
 */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
public class App {

	/** Where its SQL revisions are. */
	public static final String LOCATIONS = "migrate.locations=classpath:app-revisions";

}
