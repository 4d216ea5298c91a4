package dev.migrate.revision;

import java.util.List;

import dev.migrate.revision.RevisionException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrate.revision.RevisionNotation.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link UpgradeTarget}, through the planner that uses it.
 */
class UpgradeTargetTests {

	/** A root with two branches, and a branch of its own that depends on one of them. */
	private final RevisionPlanner planner = new RevisionPlanner(graph("root", "cart1(cart): root", "cart2: cart1",
			"shop1(shop): root", "shop2: shop1", "mail1(mail) / shop1", "mail2: mail1"));

	private final RevisionPlanner line = new RevisionPlanner(graph("a", "b: a", "c: b"));

	static List<Arguments> onBranches() {
		return List.of(
				// absolute
				arguments("cart@head", List.of(), List.of("root", "cart1", "cart2")),
				arguments("cart1", List.of("root"), List.of("cart1")),
				arguments("cart", List.of(), List.of("root", "cart1")), arguments("base", List.of("root"), List.of()),
				arguments("cart@base", List.of("root"), List.of()), arguments("root", List.of("cart1"), List.of()),
				arguments("current", List.of("cart1"), List.of()),
				arguments("heads", List.of("cart2", "shop2"), List.of("mail1", "mail2")),
				// steps from where the database stands
				arguments("+1", List.of("cart1"), List.of("cart2")),
				arguments("current+1", List.of("cart1"), List.of("cart2")),
				// the dependency comes in addition
				arguments("mail@+1", List.of(), List.of("root", "shop1", "mail1")),
				// the row in the branch; the branch point below it; the base
				arguments("cart@+1", List.of("cart1", "shop1"), List.of("cart2")),
				arguments("cart@+1", List.of("root"), List.of("cart1")),
				arguments("cart@+1", List.of("shop2"), List.of("cart1")),
				arguments("cart@+2", List.of(), List.of("root", "cart1")),
				arguments("cart@+2", List.of("mail2"), List.of("cart1", "cart2")),
				// steps from a revision
				arguments("cart1+1", List.of(), List.of("root", "cart1", "cart2")),
				arguments("cart2-1", List.of(), List.of("root", "cart1")),
				arguments("cart@head-1", List.of(), List.of("root", "cart1")),
				arguments("cart@root+1", List.of(), List.of("root", "cart1")),
				arguments("cart@base+2", List.of("root"), List.of("cart1")),
				arguments("cart1+0", List.of("root"), List.of("cart1")), arguments("cart1-2", List.of(), List.of()));
	}

	@ParameterizedTest
	@MethodSource("onBranches")
	void targetIsReached(String target, List<String> rows, List<String> expected) {
		assertThat(this.planner.upgrade(rows, target)).extracting((step) -> step.revision().id())
			.containsExactlyElementsOf(expected);
	}

	static List<Arguments> onTheLine() {
		return List.of(arguments("+2", List.of(), List.of("a", "b")), arguments("+1", List.of("b"), List.of("c")),
				arguments("head", List.of("a"), List.of("b", "c")), arguments("head-1", List.of("a"), List.of("b")),
				arguments("base+1", List.of(), List.of("a")));
	}

	@ParameterizedTest
	@MethodSource("onTheLine")
	void targetOnALineIsReached(String target, List<String> rows, List<String> expected) {
		assertThat(this.line.upgrade(rows, target)).extracting((step) -> step.revision().id())
			.containsExactlyElementsOf(expected);
	}

	static List<Arguments> refused() {
		return List.of(
				arguments("-1", List.of("root"), Kind.OUT_OF_RANGE,
						"'-1' does not lead up; name a number of steps up, as +1, or downgrade"),
				arguments("+0", List.of("root"), Kind.OUT_OF_RANGE,
						"'+0' does not lead up; name a number of steps up, as +1, or downgrade"),
				arguments("+1", List.of("cart2"), Kind.OUT_OF_RANGE,
						"'+1' leads past a head: from cart2 there are 0 steps; name fewer steps, or 'head'"),
				arguments("cart1+5", List.of(), Kind.OUT_OF_RANGE,
						"'cart1+5' leads past a head: from cart1 there is 1 step; name fewer steps, or 'head'"),
				arguments("root-2", List.of(), Kind.OUT_OF_RANGE,
						"'root-2' leads past a base: from root there is 1 step; name fewer steps, or 'base'"),
				arguments("+1", List.of("root"), Kind.AMBIGUOUS_WALK,
						"'+1' may lead to several revisions, root branches into cart1, shop1; "
								+ "name the revision, for example cart1"),
				arguments("+1", List.of("cart1", "shop1"), Kind.AMBIGUOUS_WALK,
						"'+1' may be counted from several revisions: cart1, shop1; "
								+ "name the branch as label@+1, or the revision to reach"),
				arguments("+1", List.of(), Kind.AMBIGUOUS_WALK,
						"'+1' may lead to several revisions, the base branches into root, mail1; "
								+ "name the revision, for example root"),
				arguments("release-2@head", List.of(), Kind.MALFORMED_SYMBOL, null),
				arguments("cart1+1x", List.of(), Kind.MALFORMED_SYMBOL, null),
				arguments("head", List.of(), Kind.MULTIPLE_HEADS, null),
				arguments("head-1", List.of(), Kind.MULTIPLE_HEADS, null),
				arguments("cart@shop2-1", List.of(), Kind.NOT_IN_BRANCH, null),
				arguments("nothing@+1", List.of(), Kind.UNKNOWN_REVISION, null),
				arguments("heads", List.of("root", "cart1"), Kind.OVERLAP, null),
				arguments("heads", List.of("gone"), Kind.UNKNOWN_REVISION, null));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void targetIsRefused(String target, List<String> rows, Kind kind, String message) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> this.planner.upgrade(rows, target))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(kind))
			.satisfies((ex) -> assertThat(ex).hasMessage((message != null) ? message : ex.getMessage()));
	}

}
