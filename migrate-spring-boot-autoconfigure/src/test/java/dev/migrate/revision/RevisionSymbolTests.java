package dev.migrate.revision;

import java.util.List;

import dev.migrate.revision.RevisionException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link RevisionSymbol}.
 */
class RevisionSymbolTests {

	static List<Arguments> symbols() {
		return List.of(arguments("head", null, "head", null), arguments("3f2a9c1b7d4e", null, "3f2a9c1b7d4e", null),
				arguments("v1.2", null, "v1.2", null), arguments("001", null, "001", null),
				arguments("+1", null, null, 1), arguments("-12", null, null, -12), arguments("+0", null, null, 0),
				arguments("a+2", null, "a", 2), arguments("head-1", null, "head", -1),
				arguments("base+2", null, "base", 2), arguments("cart@head", "cart", "head", null),
				arguments("cart@+1", "cart", null, 1), arguments("cart@-1", "cart", null, -1),
				arguments("cart@a-1", "cart", "a", -1));
	}

	@ParameterizedTest
	@MethodSource("symbols")
	void textIsTakenApart(String text, @Nullable String branch, @Nullable String name, @Nullable Integer offset) {
		RevisionSymbol symbol = RevisionSymbol.parse(text);
		assertThat(symbol).isEqualTo(new RevisionSymbol(branch, name, offset));
		assertThat(symbol).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "+", "-", "@", "@head", "cart@", "cart@@head", "a@b@head", "a@b@c+1",
			"release-2@head", "release+2@head", "head-1x", "+1x", "-1-1", "+1+1", "--1", "a - 1", "a:b", "+1.5",
			"+9999999", "a,b", "head ", "cart @head" })
	void textIsNoSymbol(String text) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> RevisionSymbol.parse(text))
			.withMessageStartingWith("'" + text + "' is no symbol for a revision; write an id, a label, head")
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.MALFORMED_SYMBOL));
	}

}
