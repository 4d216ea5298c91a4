package dev.migrate.demo;

import java.math.BigDecimal;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The same on a file of SQLite. Hibernate cannot validate a schema there: to it, every
 * number of the database is an integer.
 */
@ActiveProfiles("sqlite")
@TestPropertySource(properties = "spring.jpa.hibernate.ddl-auto=none")
class DemoOnSqliteTests extends DemoApplicationTests {

	@TempDir
	private static Path folder;

	@Override
	String number(String number) {
		// Kept without the zeros at its end
		return new BigDecimal(number).stripTrailingZeros().toPlainString();
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "jdbc:sqlite:" + folder.resolve("attendance.db"));
	}

}
