package dev.migrate.revision;

import java.util.List;

import dev.migrate.revision.RevisionException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.revision.RevisionNotation.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link RevisionHistory}, {@link RevisionRange} and the order of
 * {@link BranchwiseOrder}.
 */
class RevisionHistoryTests {

	/** A root with two branches, and a branch of its own that depends on one of them. */
	private final RevisionHistory history = new RevisionHistory(graph("root", "cart1(cart): root", "cart2: cart1",
			"shop1(shop): root", "shop2: shop1", "mail1(mail) / shop1", "mail2: mail1"));

	@Test
	void oneBranchComesAfterTheOther() {
		assertThat(this.history.all()).extracting(Revision::id)
			.containsExactly("cart2", "cart1", "mail2", "mail1", "shop2", "shop1", "root");
	}

	@Test
	void mergedBranchesComeOneAfterTheOther() {
		assertThat(new RevisionHistory(graph("a", "b1: a", "b2: b1", "c1: a", "c2: c1", "m: c2, b2", "n: m")).all())
			.extracting(Revision::id)
			.containsExactly("n", "m", "c2", "c1", "b2", "b1", "a");
	}

	static List<Arguments> ranges() {
		return List.of(arguments(":", List.of("cart2", "cart1", "mail2", "mail1", "shop2", "shop1", "root")),
				arguments("root:cart2", List.of("cart2", "cart1", "root")),
				arguments("cart1:", List.of("cart2", "cart1")), arguments(":cart1", List.of("cart1", "root")),
				arguments(" :cart1 ", List.of("cart1", "root")), arguments("cart1:cart1", List.of("cart1")),
				arguments(":base", List.of()),
				// a range keeps to versioned ancestry, an open start does not
				arguments("root:shop2", List.of("shop2", "shop1", "root")),
				arguments(":mail1", List.of("mail1", "shop1", "root")),
				// branches
				arguments(":cart@head", List.of("cart2", "cart1", "root")),
				arguments("cart@base:heads", List.of("cart2", "cart1", "root")),
				// the version rows
				arguments("current:", List.of("shop2", "shop1")), arguments(":current", List.of("shop1", "root")),
				arguments("root:current", List.of("shop1", "root")),
				// steps
				arguments("root:cart@+1", List.of("cart1", "root")), arguments("cart1:+1", List.of("cart2", "cart1")),
				arguments("cart1:+9", List.of("cart2", "cart1")), arguments(":cart2-1", List.of("cart1", "root")),
				arguments(":cart2-9", List.of()), arguments("cart2-1:cart2", List.of("cart2", "cart1")),
				arguments("shop@-1:shop2", List.of("shop2", "shop1")),
				arguments("shop@-9:shop2", List.of("shop2", "shop1", "root")),
				arguments("current:current+1", List.of("shop2", "shop1")));
	}

	@ParameterizedTest
	@MethodSource("ranges")
	void rangeIsListed(String range, List<String> expected) {
		assertThat(this.history.between(RevisionRange.parse(range), List.of("shop1"))).extracting(Revision::id)
			.containsExactlyElementsOf(expected);
	}

	static List<Arguments> refused() {
		String invalid = "put the older revision first, or leave out a side";
		return List.of(
				arguments("cart1", Kind.MALFORMED_SYMBOL,
						"'cart1' is no range of revisions; write START:END, START: or :END"),
				arguments("a:b:c", Kind.MALFORMED_SYMBOL,
						"'a:b:c' is no range of revisions; write START:END, START: or :END"),
				arguments("cart2:cart1", Kind.INVALID_RANGE,
						"'cart2:cart1' is no range along one branch: its start is no ancestor of its end; " + invalid),
				arguments("cart1:shop2", Kind.INVALID_RANGE,
						"'cart1:shop2' is no range along one branch: its start is no ancestor of its end; " + invalid),
				arguments("shop1:mail1", Kind.INVALID_RANGE,
						"'shop1:mail1' is no range along one branch: its start is no ancestor of its end; " + invalid),
				arguments("+1:heads", Kind.MALFORMED_SYMBOL,
						"'+1' cannot be the start of a range; "
								+ "name a revision there, or a number of steps down from the heads, as -3"),
				arguments(":-1", Kind.OUT_OF_RANGE,
						"'-1' does not lead up; name a number of steps up, as +1, or downgrade"),
				arguments("root:+1", Kind.AMBIGUOUS_WALK,
						"'+1' may lead to several revisions, root branches into cart1, shop1; "
								+ "name the revision, for example cart1"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void rangeIsRefused(String range, Kind kind, String message) {
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> this.history.between(RevisionRange.parse(range), List.of("shop1")))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(kind));
	}

	@Test
	void rangeToNothingAppliedIsEmpty() {
		assertThat(this.history.between(RevisionRange.parse(":current"), List.of())).isEmpty();
	}

	@Test
	void rangeIsWrittenAsTyped() {
		assertThat(RevisionRange.parse("cart@base:+1")).hasToString("cart@base:+1");
		assertThat(RevisionRange.parse(":")).hasToString(":");
	}

}
