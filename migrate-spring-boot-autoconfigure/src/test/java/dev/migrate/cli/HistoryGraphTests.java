package dev.migrate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.migrate.cli.HistoryGraph.Node;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drawings of revisions, newest first. {@code b < a} is a revision b that builds on a.
 */
class HistoryGraphTests {

	private static String draw(String... nodes) {
		List<Node> parsed = Arrays.stream(nodes).map((node) -> {
			String[] parts = node.split(" < ");
			List<String> parents = (parts.length > 1) ? List.of(parts[1].split(" ")) : List.of();
			return new Node(parts[0], parents, List.of(parts[0]));
		}).toList();
		return String.join("\n", HistoryGraph.draw(parsed)) + "\n";
	}

	@Test
	void nothingIsNoLine() {
		assertThat(HistoryGraph.draw(List.of())).isEmpty();
	}

	@Test
	void lineIsAColumn() {
		assertThat(draw("c < b", "b < a", "a")).isEqualTo("""
				* c
				* b
				* a
				""");
	}

	@Test
	void forkRunsTogetherWhereItBegan() {
		assertThat(draw("c < a", "b < a", "a")).isEqualTo("""
				* c
				| * b
				|/
				* a
				""");
	}

	@Test
	void mergeSplitsIntoItsParents() {
		assertThat(draw("m < b c", "c < a", "b < a", "a")).isEqualTo("""
				*   m
				|\\
				| * c
				* | b
				|/
				* a
				""");
	}

	@Test
	void threeHeadsRunTogetherOneByOne() {
		assertThat(draw("d < a", "c < a", "b < a", "a")).isEqualTo("""
				* d
				| * c
				|/
				| * b
				|/
				* a
				""");
	}

	@Test
	void threeWayMergeIsDashed() {
		assertThat(draw("m < b c d", "d < a", "c < a", "b < a", "a")).isEqualTo("""
				*-.   m
				|\\ \\
				| | * d
				| * | c
				| |/
				* | b
				|/
				* a
				""");
	}

	@Test
	void fourWayMergeIsDashedFurther() {
		assertThat(draw("m < b c d e", "e", "d", "c", "b")).isEqualTo("""
				*---.   m
				|\\ \\ \\
				| | | * e
				| | * d
				| * c
				* b
				""");
	}

	@Test
	void threeWayMergeMakesRoomForTheLinesOnItsRight() {
		assertThat(draw("n < m", "x < a", "m < b c d", "d < a", "c < a", "b < a", "a")).isEqualTo("""
				* n
				| * x
				|  \\
				*-. |   m
				|\\ \\ \\
				| | * | d
				| | |/
				| * | c
				| |/
				* | b
				|/
				* a
				""");
	}

	@Test
	void mergeMovesTheLinesOnItsRight() {
		assertThat(draw("n < m", "x < a", "m < b c", "c < a", "b < a", "a")).isEqualTo("""
				* n
				| * x
				* |   m
				|\\ \\
				| * | c
				| |/
				* | b
				|/
				* a
				""");
	}

	@Test
	void lineCrossesTheLinesBetween() {
		assertThat(draw("x < a", "y < b", "z < a", "b", "a")).isEqualTo("""
				* x
				| * y
				| | * z
				| |/
				|/|
				| * b
				* a
				""");
	}

	@Test
	void lineCrossesSeveralLinesBetween() {
		assertThat(draw("w < a", "x < b", "y < c", "z < a", "c", "b", "a")).isEqualTo("""
				* w
				| * x
				| | * y
				| | | * z
				| |_|/
				|/| |
				| | * c
				| * b
				* a
				""");
	}

	@Test
	void mergeWithTheNeighbourOnItsLeft() {
		assertThat(draw("x < a", "m < b a", "b < a", "a")).isEqualTo("""
				* x
				| * m
				|/|
				| * b
				|/
				* a
				""");
	}

	@Test
	void mergeWithTheNeighbourOnItsRight() {
		assertThat(draw("n < m", "x < c", "m < b c", "c < a", "b < a", "a")).isEqualTo("""
				* n
				| * x
				* | m
				|\\|
				| * c
				* | b
				|/
				* a
				""");
	}

	@Test
	void mergeWithALineFurtherAway() {
		assertThat(draw("x < a", "y < b", "m < c a", "c", "b", "a")).isEqualTo("""
				* x
				| * y
				| | *   m
				| | |\\
				| |_|/
				|/| |
				| | * c
				| * b
				* a
				""");
	}

	@Test
	void basesEndTheirLines() {
		assertThat(draw("b", "a")).isEqualTo("""
				* b
				* a
				""");
		assertThat(draw("y < b", "x < a", "b", "a")).isEqualTo("""
				* y
				| * x
				* | b
				 /
				* a
				""");
	}

	@Test
	void mergesOfTheSameParentsCross() {
		assertThat(draw("n < c b", "m < b c", "c < a", "b < a", "a")).isEqualTo("""
				*   n
				|\\
				| | * m
				| |/|
				| |/
				|/|
				* | c
				| * b
				|/
				* a
				""");
	}

	@Test
	void threeWayMergeWithLinesFurtherAway() {
		assertThat(draw("o < w", "p < x", "m < b w x", "w < a", "x < a", "b < a", "a")).isEqualTo("""
				* o
				| * p
				| | *-.   m
				| | |\\ \\
				| |_|/ /
				|/| | |
				| | |/
				| |/|
				* | | w
				| * | x
				|/ /
				| * b
				|/
				* a
				""");
	}

	@Test
	void parentsOutsideTheRangeAreNotDrawn() {
		assertThat(draw("c < b", "b < a")).isEqualTo("""
				* c
				* b
				""");
	}

	@Test
	void furtherLinesStandBesideTheDrawing() {
		List<Node> nodes = List.of(new Node("m", List.of("b", "c"), List.of("m1", "m2", "m3")),
				new Node("c", List.of("a"), List.of("c1", "")), new Node("b", List.of("a"), List.of("b1", "b2", "b3")),
				new Node("a", List.of(), List.of("a1", "a2")));
		assertThat(String.join("\n", HistoryGraph.draw(nodes)) + "\n").isEqualTo("""
				*   m1
				|\\  m2
				| | m3
				| * c1
				| |
				* | b1
				|/  b2
				|   b3
				* a1
				  a2
				""");
	}

	@Test
	void everyGraphHasAStarForEachRevisionAndNoOpenLine() {
		Random random = new Random(5);
		for (int run = 0; run < 2000; run++) {
			List<Node> nodes = new ArrayList<>();
			for (int id = 1 + random.nextInt(14); id > 0; id--) {
				Set<String> parents = new LinkedHashSet<>();
				for (int count = random.nextInt(5); count > 0 && id > 1; count--) {
					parents.add("n" + Math.max(1, id - 1 - random.nextInt(4)));
				}
				nodes.add(new Node("n" + id, List.copyOf(parents), List.of("n" + id)));
			}
			List<String> drawn = HistoryGraph.draw(nodes);
			assertThat(drawn).as(nodes.toString()).noneMatch(String::isBlank);
			assertThat(drawn.stream().filter((line) -> line.contains("*")).map((line) -> line.replaceAll(".* ", "")))
				.containsExactlyElementsOf(nodes.stream().map(Node::id).toList());
			assertThat(drawn.get(drawn.size() - 1)).isEqualTo("* n1");
		}
	}

}
