package dev.migrate.schema;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Column}.
 */
class ColumnTests {

	@Test
	void columnIsNullableWithoutDefault() {
		assertThat(column("name", varchar(20))).isEqualTo(new Column("name", varchar(20), true, null, null, null));
	}

	@Test
	void columnIsRefinedStepByStep() {
		assertThat(column("active", bool()).notNull().defaultValue(true).comment("may log in"))
			.isEqualTo(new Column("active", bool(), false, "true", null, "may log in"));
	}

	@Test
	void identityIsNotNull() {
		assertThat(column("id", bigint()).identityAlways())
			.isEqualTo(new Column("id", bigint(), false, null, Identity.ALWAYS, null));
		assertThat(column("id", bigint()).identityByDefault())
			.isEqualTo(new Column("id", bigint(), false, null, Identity.BY_DEFAULT, null));
	}

	static Stream<Arguments> literals() {
		return Stream.of(arguments(1, "1"), arguments(-1L, "-1"), arguments(new BigDecimal("1.50"), "1.50"),
				arguments(false, "false"), arguments("new", "'new'"), arguments("it's", "'it''s'"),
				arguments("'; DROP TABLE users; --", "'''; DROP TABLE users; --'"), arguments("", "''"));
	}

	@ParameterizedTest
	@MethodSource("literals")
	void constantDefaultIsLiteral(Object value, String expression) {
		assertThat(column("a", integer()).defaultValue(value).defaultExpression()).isEqualTo(expression);
	}

	@Test
	void expressionIsTakenAsItIs() {
		assertThat(column("a", integer()).defaultSql("nextval('s')").defaultExpression()).isEqualTo("nextval('s')");
	}

	@Test
	void columnWithoutNameIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> column(" ", integer()))
			.withMessage("The name of a column is empty");
	}

	@Test
	void identityWithDefaultIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> column("id", bigint()).defaultValue(1).identityAlways())
			.withMessage("Column 'id' cannot be an identity and have a default");
	}

}
