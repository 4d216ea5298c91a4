package dev.migrate.schema;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link QualifiedName}.
 */
class QualifiedNameTests {

	static Stream<Arguments> parsed() {
		return Stream.of(arguments("users", null, "users"), arguments("sales.users", "sales", "users"),
				arguments("Sales.Users", "Sales", "Users"), arguments("\"users\"", null, "users"),
				arguments("\"a.b\"", null, "a.b"), arguments("sales.\"a.b\"", "sales", "a.b"),
				arguments("\"a.b\".\"c.d\"", "a.b", "c.d"), arguments("\"a.b\".users", "a.b", "users"),
				arguments("\"a\"\"b\"", null, "a\"b"), arguments("order items", null, "order items"),
				arguments("größe.straße", "größe", "straße"));
	}

	@ParameterizedTest
	@MethodSource("parsed")
	void nameIsParsed(String text, String schema, String name) {
		assertThat(QualifiedName.parse(text)).isEqualTo(new QualifiedName(schema, name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.b.c", "a.\"b\".c", "\"a.b\".c.d", "a..b" })
	void nameOfMoreThanTwoPartsIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> QualifiedName.parse(text))
			.withMessage("The name '%s' has more than two parts, write schema.name", text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ".users", "sales.", ".", "\"\"", "\"\".users" })
	void emptyPartIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> QualifiedName.parse(text))
			.withMessage("A name of a schema object is empty");
	}

	@Test
	void siblingIsInTheSameSchema() {
		assertThat(new QualifiedName("sales", "users").sibling("orders"))
			.isEqualTo(new QualifiedName("sales", "orders"));
		assertThat(new QualifiedName(null, "users").sibling("orders")).isEqualTo(new QualifiedName(null, "orders"));
	}

	@Test
	void namesWithoutSchemaComeFirst() {
		assertThat(Stream.of("b.a", "a.c", "z", "a.b", "a").map(QualifiedName::parse).sorted())
			.extracting(QualifiedName::toString)
			.isEqualTo(List.of("a", "z", "a.b", "a.c", "b.a"));
	}

}
