package dev.migrate.schema;

import java.util.List;

import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Standard;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ColumnType} and {@link Types}.
 */
class ColumnTypeTests {

	@Test
	void typeHasItsArguments() {
		assertThat(Types.numeric(10, 2)).isEqualTo(new Standard(Kind.NUMERIC, List.of(10, 2)));
		assertThat(Types.timestampWithTimeZone(6)).isEqualTo(new Standard(Kind.TIMESTAMP_WITH_TIME_ZONE, List.of(6)));
		assertThat(Types.text()).isEqualTo(new Standard(Kind.TEXT, List.of()));
	}

	@Test
	void tooManyArgumentsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Standard(Kind.VARCHAR, List.of(1, 2)))
			.withMessage("The type VARCHAR takes at most 1 arguments");
		assertThatIllegalArgumentException().isThrownBy(() -> new Standard(Kind.UUID, List.of(1)))
			.withMessage("The type UUID takes at most 0 arguments");
	}

	@Test
	void negativeArgumentIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Types.varchar(-1))
			.withMessage("A length or precision of the type VARCHAR is negative");
	}

}
