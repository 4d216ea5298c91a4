package dev.migrate.revision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
 * Tests for {@link StampPlanner}, through the planner that uses it.
 */
class StampPlannerTests {

	/** A root with two branches, and a branch of its own that depends on one of them. */
	private final RevisionPlanner planner = new RevisionPlanner(graph("root", "cart1(cart): root", "cart2: cart1",
			"cart2x: cart1", "shop1(shop): root", "shop2: shop1", "mail1(mail) / shop1"));

	static List<Arguments> stamps() {
		return List.of(
				// upwards, downwards, nothing, new, unrelated
				arguments(List.of(), "cart1", List.of("cart1")), arguments(List.of("root"), "cart2", List.of("cart2")),
				arguments(List.of("cart2"), "root", List.of("root")),
				arguments(List.of("cart2"), "cart2", List.of("cart2")),
				arguments(List.of("cart2"), "shop1", List.of("cart2", "shop1")),
				arguments(List.of("cart2", "shop2"), "cart1", List.of("shop2", "cart1")),
				arguments(List.of("cart2", "shop2"), "root", List.of("root")),
				// dependencies count
				arguments(List.of("mail1"), "shop1", List.of("shop1")),
				arguments(List.of("shop1"), "mail1", List.of("mail1")),
				// base
				arguments(List.of("cart2", "shop2"), "base", List.of()),
				arguments(List.of("cart2", "shop2"), "cart@base", List.of("shop2")),
				arguments(List.of("shop2"), "cart@base", List.of("shop2")),
				// a branch in front widens what collapses
				arguments(List.of("cart2x"), "cart@cart2", List.of("cart2x", "cart2")),
				arguments(List.of("shop2"), "shop@head", List.of("shop2")),
				// several
				arguments(List.of("root"), "cart1 shop1", List.of("cart1", "shop1")),
				arguments(List.of("cart1", "shop1"), "cart1 shop2", List.of("cart1", "shop2")),
				arguments(List.of("cart2", "shop2"), "cart1 shop1", List.of("cart1", "shop1")),
				arguments(List.of("cart1", "shop2"), "heads", List.of("shop2", "cart2", "cart2x", "mail1")),
				arguments(List.of(), "cart1 cart1", List.of("cart1")),
				// one below the other
				arguments(List.of(), "root cart1", List.of("cart1")),
				arguments(List.of(), "shop1 mail1", List.of("mail1")),
				// down from the heads
				arguments(List.of(), "shop@-1", List.of("shop1")),
				arguments(List.of("root"), "shop@-1", List.of("shop1")), arguments(List.of(), "mail@-1", List.of()));
	}

	@ParameterizedTest
	@MethodSource("stamps")
	void rowsAreStamped(List<String> rows, String targets, List<String> expected) {
		StampPlan plan = this.planner.stamp(rows, List.of(targets.split(" ")), false);
		Set<String> result = new LinkedHashSet<>(rows);
		assertThat(result).containsAll(plan.deletedRows());
		result.removeAll(plan.deletedRows());
		assertThat(plan.insertedRows()).noneMatch(result::contains);
		result.addAll(plan.insertedRows());
		assertThat(result).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void planNamesRowsAndTargets() {
		assertThat(this.planner.stamp(List.of("root"), List.of("cart", "shop"), false))
			.isEqualTo(new StampPlan(List.of("cart1", "shop1"), Set.of("root"), Set.of("cart1", "shop1")));
		assertThat(this.planner.stamp(List.of("cart1"), List.of("cart"), false).isEmpty()).isTrue();
	}

	@Test
	void purgeGivesUpAllRowsUnknownOnesToo() {
		assertThat(this.planner.stamp(List.of("gone", "shop1", "cart1"), List.of("cart1"), true))
			.isEqualTo(new StampPlan(List.of("cart1"), Set.of("gone", "shop1"), Set.of()));
		assertThat(this.planner.stamp(List.of("gone"), List.of("base"), true))
			.isEqualTo(new StampPlan(List.of(), Set.of("gone"), Set.of()));
	}

	static List<Arguments> refused() {
		return List.of(
				arguments(List.of("gone"), "cart1", false, Kind.UNKNOWN_REVISION,
						"The database is at revision gone, which this application does not have; "
								+ "deploy the build that has it, or give up all rows with stamp --purge"),
				arguments(List.of("root"), "nothing", true, Kind.UNKNOWN_REVISION,
						"Can't locate revision 'nothing'; "
								+ "name a revision of this application; its heads are cart2, cart2x, mail1, shop2"),
				arguments(List.of("root"), "+1", false, Kind.MALFORMED_SYMBOL,
						"'+1' counts steps from a revision; name the revision itself; "
								+ "only a number of steps down from the heads, as -1, is taken here"),
				arguments(List.of("root"), "cart1-1", false, Kind.MALFORMED_SYMBOL,
						"'cart1-1' counts steps from a revision; name the revision itself; "
								+ "only a number of steps down from the heads, as -1, is taken here"),
				arguments(List.of("root"), "mail@-2", false, Kind.OUT_OF_RANGE,
						"'mail@-2' leads past a base: from mail1 there is 1 step; name fewer steps, or 'base'"),
				arguments(List.of("root"), "cart@head", false, Kind.MULTIPLE_HEADS,
						"Multiple head revisions are present where 'cart@head' must be one: cart2 (cart2.sql), "
								+ "cart2x (cart2x.sql); name one of them, or 'cart@heads' for all, or merge them"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void stampIsRefused(List<String> rows, String target, boolean purge, Kind kind, String message) {
		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> this.planner.stamp(rows, List.of(target), purge))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(kind));
	}

}
