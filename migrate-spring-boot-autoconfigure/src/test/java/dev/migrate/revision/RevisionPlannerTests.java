package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

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
 * Tests for {@link RevisionPlanner}. A step is written as its direction and revision,
 * then the rows that it deletes and those that it inserts: {@code upgrade b: -a +b}.
 */
class RevisionPlannerTests {

	private static final String[] LINE = { "a", "b: a", "c: b" };

	private static final String[] FORK = { "a", "b: a", "c: a" };

	private static final String[] DIAMOND = { "a", "b: a", "b2: b", "c: a", "m: b2, c" };

	private static final String[] DEPENDENCY = { "cart1", "cart2: cart1 / shop2", "shop1", "shop2: shop1" };

	/** b depends on a2 and, needlessly, on a1 below it. */
	private static final String[] REDUNDANT = { "a1", "a2: a1", "b / a1, a2" };

	static List<Arguments> upgrades() {
		return List.of(
				arguments(LINE, List.of(), List.of("c"),
						List.of("upgrade a: +a", "upgrade b: -a +b", "upgrade c: -b +c")),
				arguments(LINE, List.of("b"), List.of("c"), List.of("upgrade c: -b +c")),
				arguments(LINE, List.of("c"), List.of("c"), List.of()),
				arguments(LINE, List.of("c"), List.of("a"), List.of()),
				arguments(LINE, List.of("b"), List.of(), List.of()),
				// branches: others stay
				arguments(FORK, List.of(), List.of("b", "c"),
						List.of("upgrade a: +a", "upgrade c: -a +c", "upgrade b: +b")),
				arguments(FORK, List.of("b"), List.of("c"), List.of("upgrade c: +c")),
				arguments(FORK, List.of(), List.of("c"), List.of("upgrade a: +a", "upgrade c: -a +c")),
				// merges
				arguments(DIAMOND, List.of("b2", "c"), List.of("m"), List.of("upgrade m: -b2 -c +m")),
				arguments(DIAMOND, List.of("c"), List.of("m"),
						List.of("upgrade b: +b", "upgrade b2: -b +b2", "upgrade m: -b2 -c +m")),
				// a dependent consumes the row of its dependency
				arguments(DEPENDENCY, List.of(), List.of("cart2"),
						List.of("upgrade shop1: +shop1", "upgrade shop2: -shop1 +shop2", "upgrade cart1: +cart1",
								"upgrade cart2: -cart1 -shop2 +cart2")),
				arguments(DEPENDENCY, List.of("cart1"), List.of("cart2"),
						List.of("upgrade shop1: +shop1", "upgrade shop2: -shop1 +shop2",
								"upgrade cart2: -cart1 -shop2 +cart2")),
				arguments(DEPENDENCY, List.of("cart2"), List.of("shop2"), List.of()),
				arguments(new String[] { "x", "d1 / x", "d2 / x" }, List.of("d1"), List.of("d2"),
						List.of("upgrade d2: +d2")),
				// redundant predecessors
				arguments(REDUNDANT, List.of(), List.of("b"),
						List.of("upgrade a1: +a1", "upgrade a2: -a1 +a2", "upgrade b: -a2 +b")),
				arguments(new String[] { "a1", "a2: a1", "m: a1, a2" }, List.of("a2"), List.of("m"),
						List.of("upgrade m: -a2 +m")));
	}

	@ParameterizedTest
	@MethodSource("upgrades")
	void upgradeIsPlanned(String[] revisions, List<String> rows, List<String> targets, List<String> expected) {
		assertThat(texts(new RevisionPlanner(graph(revisions)).upgrade(rows, targets))).isEqualTo(expected);
	}

	static List<Arguments> downgrades() {
		return List.of(arguments(LINE, List.of("c"), "a", List.of("downgrade c: -c +b", "downgrade b: -b +a")),
				arguments(LINE, List.of("c"), "c", List.of()),
				// branches: others stay
				arguments(FORK, List.of("b", "c"), "a", List.of("downgrade b: -b", "downgrade c: -c +a")),
				arguments(FORK, List.of("b", "c"), "b", List.of()),
				arguments(FORK, List.of("b"), "a", List.of("downgrade b: -b +a")),
				// an un-merge writes all parents
				arguments(DIAMOND, List.of("m"), "b2", List.of("downgrade m: -m +b2 +c")),
				arguments(DIAMOND, List.of("m"), "c", List.of("downgrade m: -m +b2 +c")),
				// one half of a merge leaves the other half
				arguments(DIAMOND, List.of("m"), "b", List.of("downgrade m: -m +b2 +c", "downgrade b2: -b2 +b")),
				arguments(DIAMOND, List.of("m"), "a",
						List.of("downgrade m: -m +b2 +c", "downgrade b2: -b2 +b", "downgrade b: -b",
								"downgrade c: -c +a")),
				// dependents go along, and their other predecessors come back
				arguments(DEPENDENCY, List.of("cart2"), "cart1", List.of("downgrade cart2: -cart2 +cart1 +shop2")),
				arguments(DEPENDENCY, List.of("cart2"), "shop1",
						List.of("downgrade cart2: -cart2 +cart1 +shop2", "downgrade shop2: -shop2 +shop1")),
				// what another row still implies does not come back
				arguments(new String[] { "a", "d1: a / x", "d2 / x", "x" }, List.of("d1", "d2"), "a",
						List.of("downgrade d1: -d1 +a")),
				// redundant predecessors
				arguments(new String[] { "a1", "a2: a1", "b0", "b: b0 / a1, a2" }, List.of("b"), "b0",
						List.of("downgrade b: -b +a2 +b0")),
				arguments(new String[] { "a1", "a2: a1", "m: a1, a2" }, List.of("m"), "a2",
						List.of("downgrade m: -m +a2")));
	}

	@ParameterizedTest
	@MethodSource("downgrades")
	void downgradeIsPlanned(String[] revisions, List<String> rows, String target, List<String> expected) {
		assertThat(texts(new RevisionPlanner(graph(revisions)).downgrade(rows, target))).isEqualTo(expected);
	}

	static List<Arguments> downgradesToBase() {
		return List.of(arguments(LINE, List.of("b"), List.of("downgrade b: -b +a", "downgrade a: -a")),
				arguments(LINE, List.of(), List.of()),
				arguments(FORK, List.of("b", "c"), List.of("downgrade b: -b", "downgrade c: -c +a", "downgrade a: -a")),
				arguments(DEPENDENCY, List.of("cart2"),
						List.of("downgrade cart2: -cart2 +cart1 +shop2", "downgrade cart1: -cart1",
								"downgrade shop2: -shop2 +shop1", "downgrade shop1: -shop1")),
				arguments(REDUNDANT, List.of("b"),
						List.of("downgrade b: -b +a2", "downgrade a2: -a2 +a1", "downgrade a1: -a1")));
	}

	@ParameterizedTest
	@MethodSource("downgradesToBase")
	void downgradeToBaseIsPlanned(String[] revisions, List<String> rows, List<String> expected) {
		assertThat(texts(new RevisionPlanner(graph(revisions)).downgradeToBase(rows))).isEqualTo(expected);
	}

	static List<Arguments> invalidTargets() {
		String remedy = "; name an applied revision that applied revisions build on";
		return List.of(
				arguments(FORK, List.of("b"), "c",
						"Revision c is not a valid downgrade target, the database is at b" + remedy),
				arguments(LINE, List.of("b"), "c",
						"Revision c is not a valid downgrade target, the database is at b" + remedy),
				arguments(LINE, List.of(), "a",
						"Revision a is not a valid downgrade target, the database is at base" + remedy),
				// applied, but only implied by a dependent
				arguments(new String[] { "x", "a", "b / x" }, List.of("a", "b"), "x",
						"Revision x is not a valid downgrade target, the database is at a, b" + remedy));
	}

	@ParameterizedTest
	@MethodSource("invalidTargets")
	void downgradeTargetIsRefused(String[] revisions, List<String> rows, String target, String message) {
		RevisionPlanner planner = new RevisionPlanner(graph(revisions));
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> planner.downgrade(rows, target))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.INVALID_TARGET));
	}

	@Test
	void unknownRowOrTargetIsRefused() {
		RevisionPlanner planner = new RevisionPlanner(graph(LINE));
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> planner.upgrade(List.of("z"), List.of("a")))
			.withMessageStartingWith("No revision 'z' exists");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> planner.upgrade(List.of(), List.of("z")))
			.withMessageStartingWith("No revision 'z' exists");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> planner.downgrade(List.of("z"), "a"))
			.withMessageStartingWith("No revision 'z' exists");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> planner.downgrade(List.of("a"), "z"))
			.withMessageStartingWith("Can't locate revision 'z'");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> planner.downgradeToBase(List.of("z")))
			.withMessageStartingWith("No revision 'z' exists");
	}

	@Test
	void stepIsShownAsAlembicShowsIt() {
		RevisionPlanner planner = new RevisionPlanner(graph(DIAMOND));
		assertThat(planner.upgrade(List.of(), List.of("m"))).extracting(Step::toString)
			.containsExactly(" -> a, message of a", "a -> c, message of c", "a -> b, message of b",
					"b -> b2, message of b2", "b2, c -> m, message of m");
		assertThat(planner.downgrade(List.of("m"), "b")).extracting(Step::toString)
			.containsExactly("m -> b2, c, message of m", "b2 -> b, message of b2");
	}

	@Test
	void rowsAreTheMaximalAppliedRevisionsOnAnyWayThroughAnyGraph() {
		for (int seed = 0; seed < 2000; seed++) {
			new RandomWalk(seed).run();
		}
	}

	private static List<String> texts(List<Step> steps) {
		return steps.stream().map((step) -> {
			StringBuilder text = new StringBuilder(step.direction().id() + " " + step.revision().id() + ":");
			new TreeSet<>(step.deletedRows()).forEach((row) -> text.append(" -").append(row));
			new TreeSet<>(step.insertedRows()).forEach((row) -> text.append(" +").append(row));
			return text.toString();
		}).toList();
	}

	/**
	 * A random graph, and upgrades and downgrades on it. What is applied is known from
	 * the steps alone; what the rows must be is computed from the revisions' own
	 * predecessors.
	 */
	private static final class RandomWalk {

		private final Random random;

		private final List<Revision> revisions = new ArrayList<>();

		private final RevisionPlanner planner;

		private final Set<String> applied = new HashSet<>();

		private final Set<String> rows = new TreeSet<>();

		private final String name;

		RandomWalk(int seed) {
			this.random = new Random(seed);
			this.name = "seed " + seed;
			int size = 1 + this.random.nextInt(14);
			for (int i = 0; i < size; i++) {
				this.revisions.add(new Revision("r" + i, earlier(i, 3), Set.of(), earlier(i, 2), "", null, "r" + i));
			}
			this.planner = new RevisionPlanner(RevisionGraph.of(this.revisions));
		}

		private List<String> earlier(int before, int maximum) {
			List<String> ids = new ArrayList<>();
			for (int i = this.random.nextInt(maximum + 1); before > 0 && i > 0; i--) {
				ids.add("r" + this.random.nextInt(before));
			}
			return ids;
		}

		void run() {
			for (int i = 0; i < 6; i++) {
				if (this.random.nextInt(3) > 0) {
					upgrade(List.of(any(), any()));
				}
				else {
					downgrade(any());
				}
			}
			this.planner.downgradeToBase(this.rows).forEach(this::execute);
			assertThat(this.applied).as(this.name).isEmpty();
			assertThat(this.rows).as(this.name).isEmpty();
		}

		private String any() {
			return this.revisions.get(this.random.nextInt(this.revisions.size())).id();
		}

		private void upgrade(List<String> targets) {
			Set<String> before = Set.copyOf(this.applied);
			this.planner.upgrade(this.rows, targets).forEach(this::execute);
			assertThat(this.applied).as(this.name).containsAll(before).containsAll(targets);
		}

		private void downgrade(String target) {
			List<Step> steps;
			try {
				steps = this.planner.downgrade(this.rows, target);
			}
			catch (RevisionException ex) {
				assertThat(ex.getKind()).as(this.name).isEqualTo(Kind.INVALID_TARGET);
				assertThat(this.rows).as(this.name).doesNotContain(target);
				return;
			}
			steps.forEach(this::execute);
			assertThat(this.applied).as(this.name).contains(target);
			assertThat(this.revisions).as(this.name)
				.filteredOn((revision) -> this.applied.contains(revision.id()))
				.noneMatch((revision) -> revision.downRevisions().contains(target));
		}

		private void execute(Step step) {
			assertThat(this.rows).as(this.name).containsAll(step.deletedRows());
			this.rows.removeAll(step.deletedRows());
			assertThat(step.insertedRows()).as(this.name).noneMatch(this.rows::contains);
			this.rows.addAll(step.insertedRows());
			if (step.direction() == Direction.UPGRADE) {
				assertThat(this.applied).as(this.name).containsAll(predecessors(step.revision()));
				assertThat(this.applied.add(step.revision().id())).as(this.name).isTrue();
			}
			else {
				assertThat(this.applied.remove(step.revision().id())).as(this.name).isTrue();
			}
			assertThat(this.rows).as(this.name).isEqualTo(maximalApplied());
		}

		private Set<String> maximalApplied() {
			Set<String> maximal = new TreeSet<>(this.applied);
			this.revisions.stream()
				.filter((revision) -> this.applied.contains(revision.id()))
				.map(RandomWalk::predecessors)
				.forEach(maximal::removeAll);
			return maximal;
		}

		private static Collection<String> predecessors(Revision revision) {
			Set<String> predecessors = new HashSet<>(revision.downRevisions());
			predecessors.addAll(revision.dependsOn());
			return predecessors;
		}

	}

}
