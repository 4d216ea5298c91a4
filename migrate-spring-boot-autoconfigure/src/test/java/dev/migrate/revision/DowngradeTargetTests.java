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
 * Tests for {@link DowngradeTarget}, through the planner that uses it.
 */
class DowngradeTargetTests {

	/** A root with two branches, and a branch of its own that depends on one of them. */
	private final RevisionPlanner planner = new RevisionPlanner(graph("root", "cart1(cart): root", "cart2: cart1",
			"shop1(shop): root", "shop2: shop1", "mail1(mail) / shop1", "mail2: mail1"));

	static List<Arguments> targets() {
		return List.of(
				// absolute
				arguments("cart1", List.of("cart2", "shop2"), List.of("cart2")),
				arguments("cart", List.of("cart2", "shop2"), List.of("cart2")),
				arguments("cart@head", List.of("cart2", "shop2"), List.of()),
				arguments("base", List.of("cart1", "shop1"), List.of("cart1", "shop1", "root")),
				arguments("base", List.of(), List.of()), arguments("cart2", List.of("cart2"), List.of()),
				// a branch narrows where several build on the target
				arguments("root", List.of("cart1", "shop1"), List.of("cart1", "shop1")),
				arguments("cart@root", List.of("cart1", "shop1"), List.of("cart1")),
				// on a shared root the sibling goes along, and so does what depends on it
				arguments("cart@base", List.of("cart1", "shop2"), List.of("cart1", "shop2", "shop1", "root")),
				arguments("cart@base", List.of("mail1"), List.of("mail1", "shop1", "root")),
				// on its own stem the dependencies stay
				arguments("mail@base", List.of("mail2"), List.of("mail2", "mail1")),
				// steps
				arguments("-1", List.of("cart2"), List.of("cart2")),
				arguments("-2", List.of("cart2"), List.of("cart2", "cart1")),
				arguments("current-1", List.of("cart2"), List.of("cart2")),
				arguments("-1", List.of("cart1", "shop1"), List.of("cart1")),
				arguments("-1", List.of("shop1", "cart1"), List.of("shop1")),
				arguments("-1", List.of("root"), List.of("root")),
				arguments("shop@-1", List.of("cart1", "shop1"), List.of("shop1")),
				// the row in that lineage is only implied
				arguments("shop@-1", List.of("mail1"), List.of("mail1", "shop1")),
				arguments("cart2-1", List.of("cart2"), List.of("cart2")),
				arguments("cart@head-2", List.of("cart2", "shop1"), List.of("cart2", "cart1")),
				arguments("cart@base+1", List.of("cart2", "shop1"), List.of("cart2", "cart1")),
				arguments("root+0", List.of("cart1"), List.of("cart1")));
	}

	@ParameterizedTest
	@MethodSource("targets")
	void targetIsReached(String target, List<String> rows, List<String> expected) {
		assertThat(this.planner.downgrade(rows, target)).extracting((step) -> step.revision().id())
			.containsExactlyElementsOf(expected);
	}

	static List<Arguments> refused() {
		return List.of(
				arguments("+1", List.of("root"), Kind.OUT_OF_RANGE,
						"'+1' does not lead down; name a number of steps down, as -1, or upgrade"),
				arguments("-2", List.of("root"), Kind.OUT_OF_RANGE,
						"'-2' leads past a base: from root there is 1 step; name fewer steps, or 'base'"),
				arguments("-1", List.of(), Kind.OUT_OF_RANGE,
						"'-1' leads past the base: nothing is applied; upgrade first"),
				arguments("base-1", List.of("root"), Kind.OUT_OF_RANGE,
						"'base-1' leads past the base; write 'base' to take back everything"),
				arguments("mail@-1", List.of("cart1"), Kind.OUT_OF_RANGE,
						"'mail@-1' leads past the base: nothing of branch 'mail' is applied; "
								+ "name a branch that is applied; the database is at cart1"),
				arguments("root@-1", List.of("cart1", "shop1"), Kind.AMBIGUOUS_WALK,
						"'root@-1' may be counted from several revisions: cart1, shop1; "
								+ "name the one, for example cart1@-1"),
				arguments("cart@shop1", List.of("cart1", "shop2"), Kind.NOT_IN_BRANCH,
						"Revision shop1 is not a member of branch 'cart'; "
								+ "name a revision of that branch, or leave out the branch"),
				arguments("root@root", List.of("cart1", "shop1"), Kind.INVALID_TARGET,
						"'root@root' is not a valid downgrade target: what builds on it is not on the branch to root, "
								+ "the database is at cart1, shop1; "
								+ "name an applied revision that applied revisions build on"),
				arguments("cart2", List.of("shop1"), Kind.INVALID_TARGET,
						"Revision cart2 is not a valid downgrade target, the database is at shop1; "
								+ "name an applied revision that applied revisions build on"),
				arguments("current", List.of("cart1", "shop1"), Kind.AMBIGUOUS_WALK,
						"The database is at several revisions: cart1, shop1; "
								+ "name one of them, or a branch as label@+1 or label@-1"),
				arguments("heads", List.of("cart1"), Kind.MULTIPLE_HEADS,
						"Multiple head revisions are present where 'heads' must be one: cart2 (cart2.sql), "
								+ "mail2 (mail2.sql), shop2 (shop2.sql); name one of them, or merge them"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void targetIsRefused(String target, List<String> rows, Kind kind, String message) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> this.planner.downgrade(rows, target))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(kind));
	}

	@Test
	void mergeIsNoWayDown() {
		RevisionPlanner merged = new RevisionPlanner(graph("a", "b: a", "c: a", "m: b, c"));
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> merged.downgrade(List.of("m"), "-1"))
			.withMessage("'-1' may lead to several revisions, m merges b, c; name the revision, for example b");
	}

	@Test
	void stepsFromSeveralRowsAreWarnedOf() {
		assertThat(this.planner.downgradeWarning(List.of("cart1", "shop1"), "-1"))
			.isEqualTo("The database is at several revisions, cart1, shop1: '-1' is counted from cart1; "
					+ "name the one, as cart1@-1");
		assertThat(this.planner.downgradeWarning(List.of("cart1", "shop1"), "cart@-1")).isNull();
		assertThat(this.planner.downgradeWarning(List.of("cart1", "shop1"), "base")).isNull();
		assertThat(this.planner.downgradeWarning(List.of("cart1"), "-1")).isNull();
	}

}
