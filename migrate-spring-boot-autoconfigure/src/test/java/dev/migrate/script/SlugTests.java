package dev.migrate.script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Slug}.
 */
class SlugTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|',
			textBlock = """
					Add phone number to users,       add_phone_number_to_users, AddPhoneNumberToUsers
					add phone_number (to "users")!,  add_phone_number_to_users, AddPhoneNumberToUsers
					Füge Größe hinzu,                fuge_grosse_hinzu,         FugeGrosseHinzu
					用户 table,                       table,                     Table
					用户,                             ||,                        ||
					||,                              ||,                        ||
					2 tables,                        2_tables,                  2Tables
					__x__,                           x,                         X
					a word a word a word a word a word a word, a_word_a_word_a_word_a_word_a_word_a,   AWordAWordAWordAWordAWordA
					""")
	void messageBecomesPartOfName(String message, String snakeCase, String camelCase) {
		assertThat(Slug.snakeCase(message)).isEqualTo(snakeCase);
		assertThat(Slug.camelCase(message)).isEqualTo(camelCase);
	}

	@Test
	void wordThatIsTooLongIsCut() {
		assertThat(Slug.snakeCase("a".repeat(50))).isEqualTo("a".repeat(40));
	}

}
