package dev.migrate.dialect;

import java.util.List;
import java.util.stream.Stream;

import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresDialect;
import dev.migrate.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Identifiers}.
 */
class IdentifiersTests {

	private static final Identifiers POSTGRESQL = new PostgresDialect().identifiers();

	private static final Identifiers H2 = new H2Dialect().identifiers();

	static Stream<Arguments> quoted() {
		return Stream.of(arguments("users", "users"), arguments("_u1", "_u1"), arguments("Users", "\"Users\""),
				arguments("USERS", "\"USERS\""), arguments("1st", "\"1st\""), arguments("a b", "\"a b\""),
				arguments("a.b", "\"a.b\""), arguments("a-b", "\"a-b\""), arguments("a$b", "\"a$b\""),
				arguments("größe", "\"größe\""), arguments("a\"b", "\"a\"\"b\""),
				arguments("\"; DROP TABLE users; --", "\"\"\"; DROP TABLE users; --\""),
				arguments("select", "\"select\""), arguments("user", "\"user\""), arguments("order", "\"order\""));
	}

	@ParameterizedTest
	@MethodSource("quoted")
	void nameIsQuotedWhereItMustBe(String name, String sql) {
		assertThat(POSTGRESQL.quote(name)).isEqualTo(sql);
		assertThat(H2.quote(name)).isEqualTo(sql);
	}

	@Test
	void eachProductHasItsOwnReservedWords() {
		assertThat(POSTGRESQL.quoteAll(List.of("value", "year", "end", "lateral")))
			.isEqualTo("value, year, \"end\", \"lateral\"");
		assertThat(H2.quoteAll(List.of("value", "year", "end", "lateral")))
			.isEqualTo("\"value\", \"year\", \"end\", lateral");
	}

	@Test
	void schemaAndNameAreQuotedEach() {
		assertThat(POSTGRESQL.quote(QualifiedName.parse("sales.\"order.items\""))).isEqualTo("sales.\"order.items\"");
		assertThat(POSTGRESQL.quote(QualifiedName.parse("Sales.users"))).isEqualTo("\"Sales\".users");
		assertThat(POSTGRESQL.quote(QualifiedName.parse("users"))).isEqualTo("users");
	}

	@Test
	void nameMayHaveSixtyThreeBytesOnPostgres() {
		assertThat(POSTGRESQL.quote("a".repeat(63))).isEqualTo("a".repeat(63));
		assertThatIllegalArgumentException().isThrownBy(() -> POSTGRESQL.quote("a".repeat(64)))
			.withMessage("The name '%s' has 64 bytes, PostgreSQL allows 63", "a".repeat(64));
	}

	@Test
	void bytesAreCountedAndNotCharacters() {
		assertThatIllegalArgumentException().isThrownBy(() -> POSTGRESQL.quote("ä".repeat(32)))
			.withMessage("The name '%s' has 64 bytes, PostgreSQL allows 63", "ä".repeat(32));
	}

	@Test
	void nameMayHaveTwoHundredAndFiftySixBytesOnH2() {
		assertThat(H2.quote("a".repeat(256))).isEqualTo("a".repeat(256));
		assertThatIllegalArgumentException().isThrownBy(() -> H2.quote("a".repeat(257)))
			.withMessage("The name '%s' has 257 bytes, H2 allows 256", "a".repeat(257));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\0b" })
	void nameThatNoProductHasIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> POSTGRESQL.quote(name))
			.withMessage("The name '%s' is empty or has a NUL character", name);
	}

	@ParameterizedTest
	@CsvSource({ "users, USERS", "user_1, USER_1", "Users, Users", "order, order", "ORDER, ORDER", "größe, größe",
			"a b, a b" })
	void nameIsFoldedToUpperCaseOnH2AsTheServerDoes(String logical, String stored) {
		assertThat(H2.toStored(logical)).isEqualTo(stored);
		assertThat(H2.toLogical(stored)).isEqualTo(logical);
	}

	@Test
	void quotesStayWhereTheyMakeAnotherNameOfIt() {
		assertThat(H2.toLogical("users")).isEqualTo("\"users\"");
		assertThat(H2.toStored("\"users\"")).isEqualTo("users");
		assertThat(H2.quote("\"users\"")).isEqualTo("\"users\"");
		assertThat(H2.unfolded().toLogical("users")).isEqualTo("users");
		assertThat(H2.unfolded().toStored("users")).isEqualTo("users");
		assertThat(POSTGRESQL.quote("\"users\"")).isEqualTo("\"\"\"users\"\"\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "users", "Users", "USERS", "order", "größe" })
	void nameIsStoredAsItIsOnPostgres(String name) {
		assertThat(POSTGRESQL.toStored(name)).isEqualTo(name);
		assertThat(POSTGRESQL.toLogical(name)).isEqualTo(name);
	}

	@Test
	void nameThatIsTooLongIsShortenedToItsBeginningAndAHash() {
		assertThat(POSTGRESQL.shorten("a".repeat(63))).isEqualTo("a".repeat(63));
		// the beginning of what sha256sum prints of the whole name
		assertThat(POSTGRESQL.shorten("a".repeat(64))).isEqualTo("a".repeat(54) + "_ffe054fe");
		assertThat(POSTGRESQL.shorten("é".repeat(32))).isEqualTo("é".repeat(27) + "_2e5152e6");
		assertThat(H2.shorten("a".repeat(64))).isEqualTo("a".repeat(64));
		assertThat(POSTGRESQL.quote(POSTGRESQL.shorten("𝄞".repeat(30)))).startsWith("\"" + "𝄞".repeat(13) + "_");
	}

}
