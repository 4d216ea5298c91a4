package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.migrate.revision.RevisionException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrate.revision.RevisionNotation.graph;
import static dev.migrate.revision.RevisionNotation.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link RevisionGraph}.
 */
class RevisionGraphTests {

	/** Two branches that are merged, and a third that only depends on one of them. */
	private final RevisionGraph diamond = graph("a", "b: a", "c: a", "m: b, c", "x", "y: x / b");

	static List<Arguments> refused() {
		return List.of(
				arguments(new String[] { "a", "a: b" }, Kind.DUPLICATE,
						"Revision id 'a' is used twice, by a.sql and by a.sql; give one of them another id"),
				arguments(new String[] { "b: a" }, Kind.UNKNOWN_PARENT,
						"Revision b (b.sql) names the down revision 'a', which does not exist; "
								+ "add the missing revision file or correct the down revision"),
				arguments(new String[] { "a(shop)", "b: shop" }, Kind.UNKNOWN_PARENT,
						"Revision b (b.sql) names the down revision 'shop', which does not exist; "
								+ "add the missing revision file or correct the down revision"),
				arguments(new String[] { "a / shop" }, Kind.UNKNOWN_PARENT,
						"Revision a (a.sql) names the dependency 'shop', which does not exist; "
								+ "add the missing revision file or correct the dependency"),
				arguments(new String[] { "a(shop)", "b(shop): a" }, Kind.DUPLICATE,
						"Branch label 'shop' of b.sql is already taken by a.sql; choose another label"),
				arguments(new String[] { "a(b)", "b: a" }, Kind.DUPLICATE,
						"Branch label 'b' of a.sql is already taken by b.sql; choose another label"),
				arguments(new String[] { "a(a)" }, Kind.DUPLICATE,
						"Branch label 'a' of a.sql is its own id; choose another label, or none"),
				arguments(new String[] { "a: a" }, Kind.CYCLE,
						"Revision a (a.sql) names itself as its predecessor; "
								+ "correct a down revision or a dependency in one of them"),
				arguments(new String[] { "a(shop) / shop" }, Kind.CYCLE,
						"Revision a (a.sql) names itself as its predecessor; "
								+ "correct a down revision or a dependency in one of them"),
				arguments(new String[] { "a: c", "b: a", "c: b" }, Kind.CYCLE,
						"Revisions form a cycle, a -> c -> b -> a (a.sql, c.sql, b.sql); "
								+ "correct a down revision or a dependency in one of them"),
				arguments(new String[] { "root", "a: root / shop", "b: a", "c(shop): b" }, Kind.CYCLE,
						"Revisions form a cycle, a -> c -> b -> a (a.sql, c.sql, b.sql); "
								+ "correct a down revision or a dependency in one of them"),
				arguments(new String[] { "root", "a1: root, z", "a0: a1", "z: y", "y: z / root" }, Kind.CYCLE,
						"Revisions form a cycle, z -> y -> z (z.sql, y.sql); "
								+ "correct a down revision or a dependency in one of them"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void revisionsThatFormNoGraphAreRefused(String[] lines, Kind kind, String message) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> graph(lines))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(kind));
	}

	@Test
	void cycleIsNamedAlikeWhateverTheOrderOfRevisions() {
		List<Revision> revisions = new ArrayList<>(revisions("root", "a: root / c", "b: a", "c: b", "d: c"));
		for (int seed = 0; seed < 20; seed++) {
			Collections.shuffle(revisions, new Random(seed));
			assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> RevisionGraph.of(revisions))
				.withMessageContaining("a -> c -> b -> a (a.sql, c.sql, b.sql)");
		}
	}

	@Test
	void graphMayBeEmpty() {
		RevisionGraph empty = graph();
		assertThat(empty.revisions()).isEmpty();
		assertThat(empty.heads()).isEmpty();
		assertThat(empty.versionedHeads()).isEmpty();
		assertThat(empty.bases()).isEmpty();
	}

	@Test
	void revisionsAreInTopologicalOrderThenByIdWhateverTheOrderOfInput() {
		List<Revision> revisions = new ArrayList<>(revisions("m: c, b", "c: a", "b: a", "a", "y: x / b", "x"));
		for (int seed = 0; seed < 50; seed++) {
			Collections.shuffle(revisions, new Random(seed));
			assertThat(RevisionGraph.of(revisions).revisions()).extracting(Revision::id)
				.containsExactly("a", "b", "c", "m", "x", "y");
		}
	}

	@Test
	void olderRevisionsComeFirstWhereAncestryLeavesTheOrderOpen() {
		assertThat(graph("a@2026-11-20", "b: a@2026-11-22", "c: a@2026-11-21", "d: a").revisions())
			.extracting(Revision::id)
			.containsExactly("a", "d", "c", "b");
	}

	@Test
	void ancestryComesBeforeCreateDate() {
		assertThat(graph("a@2026-11-22", "b: a@2026-11-21", "c / b@2026-11-20").revisions()).extracting(Revision::id)
			.containsExactly("a", "b", "c");
	}

	@Test
	void headThatIsOnlyDependedUponIsVersionedHeadButNoHead() {
		RevisionGraph graph = graph("a", "b: a", "x", "y: x / b");
		assertThat(graph.versionedHeads()).containsExactly("b", "y");
		assertThat(graph.heads()).containsExactly("y");
	}

	@Test
	void headThatIsDependedUponByLabelIsNoHead() {
		assertThat(graph("a(shop)", "x / shop").heads()).containsExactly("x");
	}

	@Test
	void basesHaveNoDownRevisionButMayHaveDependencies() {
		assertThat(graph("a", "b: a", "x / b", "y: x").bases()).containsExactly("a", "x");
	}

	@Test
	void childrenAreVersionedAndInOrder() {
		assertThat(this.diamond.children("a")).containsExactly("b", "c");
		assertThat(this.diamond.children("b")).containsExactly("m");
		assertThat(this.diamond.children("m")).isEmpty();
	}

	@Test
	void predecessorsAreDownRevisionsAndDependencies() {
		assertThat(this.diamond.predecessors("y")).containsExactlyInAnyOrder("x", "b");
		assertThat(graph("a(shop)", "b / shop").predecessors("b")).containsExactly("a");
	}

	@Test
	void ancestorsIncludeDependenciesAndTheRevisionsThemselves() {
		assertThat(this.diamond.ancestors(Set.of("y"))).containsExactlyInAnyOrder("y", "x", "b", "a");
		assertThat(this.diamond.ancestors(Set.of("b", "c"))).containsExactlyInAnyOrder("a", "b", "c");
		assertThat(this.diamond.ancestors(Set.of())).isEmpty();
	}

	@Test
	void descendantsIncludeDependentsAndTheRevisionsThemselves() {
		assertThat(this.diamond.descendants(Set.of("b"))).containsExactlyInAnyOrder("b", "m", "y");
		assertThat(this.diamond.descendants(Set.of("y"))).containsExactly("y");
	}

	@Test
	void versionedDescendantsLeaveDependentsOut() {
		assertThat(this.diamond.versionedDescendants(Set.of("b"))).containsExactlyInAnyOrder("b", "m");
	}

	@Test
	void maximalRevisionsAreThoseThatNoneOfTheOthersBuildsOn() {
		assertThat(this.diamond.maximal(List.of("a", "b", "c"))).containsExactlyInAnyOrder("b", "c");
		assertThat(this.diamond.maximal(List.of("y", "b", "c"))).containsExactlyInAnyOrder("y", "c");
		assertThat(this.diamond.maximal(List.of("a", "m", "x", "y"))).containsExactlyInAnyOrder("m", "y");
	}

	@Test
	void orderOfRevisionsIsTopological() {
		assertThat(this.diamond.inOrder(Set.of("y", "m", "a"))).containsExactly("a", "m", "y");
	}

	@Test
	void revisionIsFoundByIdAndByLabel() {
		RevisionGraph graph = graph("a", "b(shop, cart): a");
		assertThat(graph.get("b").source()).isEqualTo("b.sql");
		assertThat(graph.find("shop")).isNull();
		assertThat(graph.findByLabel("shop")).isSameAs(graph.get("b"));
		assertThat(graph.findByLabel("b")).isNull();
		assertThat(graph.labels()).containsExactlyInAnyOrder("shop", "cart");
		assertThat(graph.contains("a")).isTrue();
		assertThat(graph.contains("shop")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "z", "", "shop" })
	void revisionThatDoesNotExistIsAnError(String id) {
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> graph("a(shop)").get(id))
			.withMessage("No revision '" + id + "' exists; name one of the revisions of this application")
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.UNKNOWN_REVISION));
	}

	@Test
	void hugeLineIsNoProblem() {
		List<Revision> revisions = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			revisions.add(RevisionNotation.revision((i == 0) ? "r0" : "r" + i + ": r" + (i - 1)));
		}
		Collections.reverse(revisions);
		RevisionGraph graph = RevisionGraph.of(revisions);
		assertThat(graph.heads()).containsExactly("r19999");
		assertThat(graph.ancestors(List.of("r19999"))).hasSize(20_000);
		assertThat(graph.descendants(List.of("r0"))).hasSize(20_000);
	}

	@Test
	void dependencyThatAVersionedAncestorHasIsIgnored() {
		RevisionGraph graph = graph("x", "y", "a / x", "b: a / x, y");
		assertThat(graph.predecessors("b")).containsExactly("a", "y");
		assertThat(graph.heads()).containsExactly("b");
	}

	@Test
	void labelHoldsForDescendantsAndForThePlainLineBelow() {
		RevisionGraph graph = graph("a", "b: a", "c(cart): b", "d: c", "e: a", "f(shop): e", "g: f", "h: f",
				"i: h / d");
		assertThat(graph.branchLabels("d")).containsExactly("cart");
		assertThat(graph.branchLabels("c")).containsExactly("cart");
		assertThat(graph.branchLabels("b")).containsExactly("cart");
		assertThat(graph.branchLabels("a")).isEmpty();
		assertThat(graph.branchLabels("i")).containsExactly("shop");
		// shop's own branch is no plain line
		assertThat(graph.branchLabels("e")).isEmpty();
	}

	@Test
	void branchPointsAreTheNewestFirst() {
		assertThat(graph("a", "b: a", "c: a", "d: c", "e: c").branchPoints()).containsExactly("c", "a");
	}

	@Test
	void currentListsVersionedTipsThatARowOnlyImplies() {
		RevisionGraph graph = graph("x1", "x2: x1", "a / x1", "b: a");
		assertThat(graph.current(List.of("b"))).containsExactlyInAnyOrder("x1", "b");
		assertThat(graph.current(List.of("b", "x2"))).containsExactlyInAnyOrder("x2", "b");
		assertThat(graph.current(List.of())).isEmpty();
	}

	@Test
	void versionedLineageIsWithoutDependencies() {
		assertThat(this.diamond.versionedLineage("b")).containsExactlyInAnyOrder("a", "b", "m");
		assertThat(this.diamond.versionedLineage("y")).containsExactlyInAnyOrder("x", "y");
	}

}
