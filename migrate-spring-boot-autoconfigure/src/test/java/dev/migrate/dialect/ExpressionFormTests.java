package dev.migrate.dialect;

import java.util.Set;

import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresDialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExpressionForm}.
 */
class ExpressionFormTests {

	private static String form(Dialect dialect, String expression) {
		return ExpressionForm.of(expression, dialect.identifiers(), Set.of("status")::contains);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			status in ('A','B'); (status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])
			status in ('A','B'); status::text = ANY (ARRAY['A'::character varying, 'B'::character varying]::text[])
			status in ('A','B'); status::text = ANY (ARRAY['A'::character varying::text, 'B'::character varying::text])
			status in ('A'); (status)::text = 'A'::text
			status not in ('A','B'); status::text <> ALL (ARRAY['A'::text, 'B'::text])
			kind between 0 and 3; kind >= 0 AND kind <= 3
			(kind between 0 and 3); ((kind >= 0) AND (kind <= 3))
			kind>=0; (kind >= 0)
			a is not null or b=1; ((a IS NOT NULL) OR (b = 1))
			'x'; 'x'::character varying
			null; NULL::character varying
			-1; '-1'::integer
			lower(name); lower("name")
			a != b; a <> b
			CURRENT_TIMESTAMP; current_timestamp
			price * (1 + rate); (price * (1 + rate))
			first || ' ' || last; ((first || ' ') || last)
			""")
	void expressionsOfOneMeaningHaveOneForm(String one, String other) {
		PostgresDialect dialect = new PostgresDialect();
		assertThat(form(dialect, one)).isEqualTo(form(dialect, other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			status in ('A','B'); "STATUS" IN('A', 'B')
			kind between 0 and 3; "KIND" BETWEEN 0 AND 3
			kind >= 0 and "Mixed" is null; ("KIND" >= 0) AND ("Mixed" IS NULL)
			kind > -1; "KIND" > CAST(-1 AS BIGINT)
			kind in (1, 2); "KIND" IN(CAST(1 AS SMALLINT), 2)
			""")
	void identifiersOfH2AreThoseOfTheModel(String one, String other) {
		H2Dialect dialect = new H2Dialect();
		assertThat(form(dialect, one)).isEqualTo(form(dialect, other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			a and b or c; a and (b or c)
			(a - b) - c; a - (b - c)
			a = 'x'; a = 'X'
			(a = b) = c; a = (b = c)
			status in ('A','B'); status in ('B','A')
			status in ('A','B'); status in ('A B')
			kind::text = '1'; kind = '1'
			'5'; 5
			not (a or b); (not a) or b
			a < b; b < a
			"a b"; a
			'x'::mood; 'x'
			status::varchar(2) = 'ABC'; status = 'ABC'
			a / b; a * b
			current_timestamp; now()
			a between 1 and 2 or c; a between 1 and (2 or c)
			a || b - c; (a || b) - c
			a || b - c; a || (b - c)
			a / 2; a / '2'::numeric
			a * 2; a * 2::bigint
			a > 2; a > 2::numeric
			"user" <> 'root'; user <> 'root'
			""")
	void expressionsOfOtherMeaningHaveOtherForms(String one, String other) {
		PostgresDialect dialect = new PostgresDialect();
		assertThat(form(dialect, one)).isNotEqualTo(form(dialect, other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			case when a then 1 else 2 end
			a = E'x'
			(a
			a ? b
			exists (select 1 from t)
			""")
	void whatIsNotKnownStaysAsItIs(String expression) {
		assertThat(form(new PostgresDialect(), expression)).isEqualTo(expression);
	}

}
