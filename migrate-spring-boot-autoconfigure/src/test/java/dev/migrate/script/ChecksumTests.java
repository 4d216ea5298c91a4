package dev.migrate.script;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Checksum}.
 */
class ChecksumTests {

	private static final String SCRIPT = "-- Add phone\n--\n-- revision: a\n\n-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 2;\n";

	/** SHA-256 of "-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 2;", by sha256sum. */
	private static final String CHECKSUM = "sql:1:70d3b3421886aba4e1c7998609380fd9c3652f9ab5b2012a29d4b68c0a2aaaa7";

	@Test
	void checksumIsThatOfTheSections() {
		assertThat(checksum(SCRIPT)).isEqualTo(CHECKSUM);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			// line endings
			"-- Add phone\r\n--\r\n-- revision: a\r\n\r\n-- migrate:upgrade\r\n\r\nSELECT 1;\r\n\r\nSELECT 2;\r\n",
			"-- Add phone\n--\n-- revision: a\n\n-- migrate:upgrade\r\n\nSELECT 1;\r\n\nSELECT 2;",
			// byte order mark
			"\uFEFF-- Add phone\n--\n-- revision: a\n\n-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 2;\n",
			// blanks at the end of lines
			"-- Add phone\n--\n-- revision: a\n\n-- migrate:upgrade \t\n  \nSELECT 1; \n\t\nSELECT 2;\t \n",
			// empty lines at the end of the file
			"-- Add phone\n--\n-- revision: a\n\n-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 2;",
			"-- Add phone\n--\n-- revision: a\n\n-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 2;\n\n \r\n\t\n\n",
			// header
			"-- Add telephone\n--\n-- revision: b\n-- branch_labels: shop\n-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 2;\n" })
	void checksumStays(String script) {
		assertThat(checksum(script)).isEqualTo(CHECKSUM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 3;\n",
			"-- migrate:upgrade\n\nSELECT 1;\n\nselect 2;\n", "-- migrate:upgrade\n\nSELECT 1;\n\nSELECT  2;\n",
			"-- migrate:upgrade\n\nSELECT 1;\n\n SELECT 2;\n", "-- migrate:upgrade\n\nSELECT 1;\n",
			"-- migrate:upgrade\n\nSELECT 1;\n\nSELECT 2;\n-- migrate:downgrade\n",
			"-- migrate:upgrade transaction=false\n\nSELECT 1;\n\nSELECT 2;\n",
			"-- migrate:upgrade\n\nSELECT 2;\n\nSELECT 1;\n" })
	void checksumChanges(String sections) {
		assertThat(checksum("-- revision: a\n" + sections)).isNotEqualTo(CHECKSUM).matches("sql:1:[0-9a-f]{64}");
	}

	@Test
	void checksumOfStatementsIsOfAnotherKind() {
		// SHA-256 of "SELECT 1;\nSELECT 2", by sha256sum
		assertThat(Checksum.ofStatements(List.of("SELECT 1", "SELECT 2")))
			.isEqualTo("ops:1:b77e18a77fe1646e882e86cabf008cc2b9f6aa70d6328ef4c10cb195d6b4b4b4");
	}

	private static String checksum(String script) {
		return SqlScriptParser.parse(script, "a.sql").checksum();
	}

}
