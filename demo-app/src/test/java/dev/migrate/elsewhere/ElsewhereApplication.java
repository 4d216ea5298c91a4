package dev.migrate.elsewhere;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Sees no entity of the demo.
 */
@SpringBootApplication
public class ElsewhereApplication {

	public static void main(String[] args) {
		SpringApplication.run(ElsewhereApplication.class, args);
	}

}
