package dev.migrate.autogenerate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Identifiers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Words}.
 */
class WordsTests {

	private static final Identifiers IDENTIFIERS = Dialects.load(WordsTests.class.getClassLoader())
		.named("postgresql")
		.identifiers();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			text | text <> ''             | body <> ''
			text | text::text <> ''::text | body::text <> ''::text
			text | text::public.text <> '' | body::public.text <> ''
			text | (text)::character varying(9) | (body)::character varying(9)
			text | cast(text as text) = 'text' | cast(body as text) = 'text'
			text | "text" <> ''::"text"   | body <> ''::"text"
			text | TEXT <> text (1)       | body <> text (1)
			text | context <> texts       | context <> texts
			lower | lower(lower) = lower  | lower(body) = body
			varying | varying::character varying | body::character varying
			time | time::timestamp(3) without time zone > time | body::timestamp(3) without time zone > body
			precision | precision::double precision | body::double precision
			""")
	void columnIsRenamedButNoTypeAndNoFunction(String column, String expression, String renamed) {
		assertThat(Words.renamed(expression, column, "body", IDENTIFIERS)).isEqualTo(renamed);
	}

}
