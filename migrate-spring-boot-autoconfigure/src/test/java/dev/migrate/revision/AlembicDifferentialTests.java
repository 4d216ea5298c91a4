package dev.migrate.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import dev.migrate.revision.AlembicAnswers.Graph;
import dev.migrate.revision.AlembicAnswers.Question;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random graphs and questions, answered by the real Alembic and by this package.
 * <p>
 * The answers are recorded. Where Alembic is installed, {@code -Pexternal} makes them
 * anew; {@code -Dalembic.python} names another Python, {@code -Dalembic.record=true}
 * replaces the recording.
 */
class AlembicDifferentialTests {

	private static final int GRAPHS = 600;

	private static final int QUESTIONS = 30;

	@Test
	void recordedAnswersOfAlembicAreOurs() {
		AlembicAnswers recorded = AlembicAnswers.recorded();
		assertThat(recorded.version()).isEqualTo("Alembic 1.8.1");
		compare(recorded);
	}

	@Test
	@Tag("external")
	void answersOfTheInstalledAlembicAreOurs() throws Exception {
		String python = System.getProperty("alembic.python", "/usr/bin/python3");
		Assumptions.assumeTrue(hasAlembic(python),
				python + " has no module alembic: apt-get install python3-alembic. The recorded answers are compared");
		List<Graph> graphs = LongStream.range(0, GRAPHS)
			.mapToObj((seed) -> new RandomRevisions(seed).graph(QUESTIONS))
			.toList();
		AlembicAnswers answers = AlembicAnswers.ask(python, graphs);
		if (Boolean.getBoolean("alembic.record")) {
			answers.record();
		}
		compare(answers);
		if (answers.version().equals(AlembicAnswers.recorded().version())) {
			assertThat(answers.equals(AlembicAnswers.recorded()))
				.as("The recording is what Alembic answers; record it with -Dalembic.record=true")
				.isTrue();
		}
	}

	private static boolean hasAlembic(String python) throws IOException, InterruptedException {
		return Files.isExecutable(Path.of(python))
				&& new ProcessBuilder(python, "-c", "import alembic").redirectErrorStream(true).start().waitFor() == 0;
	}

	private static void compare(AlembicAnswers answers) {
		Map<String, Integer> counts = new TreeMap<>();
		List<String> differences = new ArrayList<>();
		for (Graph graph : answers.graphs()) {
			AlembicComparison comparison = new AlembicComparison(graph);
			for (Question question : graph.questions()) {
				String verdict = comparison.compare(question);
				counts.merge(verdict.startsWith("!") ? "different" : verdict, 1, Integer::sum);
				if (verdict.startsWith("!")) {
					differences.add("graph %d, %s: %s".formatted(graph.seed(), question, verdict));
				}
			}
		}
		System.out.println(answers.version() + ": " + counts);
		assertThat(differences).isEmpty();
	}

}
