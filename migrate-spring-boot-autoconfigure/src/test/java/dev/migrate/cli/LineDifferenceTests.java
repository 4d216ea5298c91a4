package dev.migrate.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineDifferenceTests {

	@Test
	void sameLinesHaveNoDifference() {
		assertThat(LineDifference.of("a\nb  \n", "a\nb")).isEmpty();
	}

	@Test
	void changedLineIsTakenAwayAndAdded() {
		assertThat(LineDifference.of("a\nb\nc\n", "a\nx\nc\n")).containsExactly("  a", "- b", "+ x", "  c");
	}

	@Test
	void linesAreAddedAtBothEnds() {
		assertThat(LineDifference.of("b\n", "a\nb\nc\n")).containsExactly("+ a", "  b", "+ c");
	}

	@Test
	void everythingMayBeNewOrGone() {
		assertThat(LineDifference.of("", "a\nb")).containsExactly("+ a", "+ b");
		assertThat(LineDifference.of("a\nb", "")).containsExactly("- a", "- b");
	}

}
