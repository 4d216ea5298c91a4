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
 * anew and compares those too. {@code -DargLine=-Dalembic.python=…} names another Python,
 * {@code -DargLine=-Dalembic.record=true} only replaces the recording.
 */
class AlembicDifferentialTests {

	private static final int GRAPHS = 600;

	private static final int QUESTIONS = 30;

	/** What the recording holds: that no more differs than what is known to. */
	private static final String VERDICTS = """
			ALEMBIC_CRASHES: 724
			DOWNGRADE_IN_A_BRANCH: 303
			NUMBER_BELOW_HEADS: 25
			ONE_REVISION_BY_TWO_NAMES: 2
			RANGE_FROM_THE_BASE: 15
			RANGE_TO_NOTHING: 11
			RELATIVE_START_OF_RANGE: 122
			STAMP_IN_A_BRANCH: 10
			STAMP_OF_A_NUMBER: 186
			STAMP_OF_SEVERAL: 41
			UNKNOWN_BRANCH: 16
			same: 16335
			same until Alembic crashes: 7
			same until Alembic's rows overlap: 203
			""";

	@Test
	void recordedAnswersOfAlembicAreOurs() {
		AlembicAnswers recorded = AlembicAnswers.recorded();
		assertThat(recorded.version()).isEqualTo("Alembic 1.8.1");
		assertThat(recorded.graphs()).hasSize(GRAPHS);
		StringBuilder verdicts = new StringBuilder();
		compare(recorded).forEach((verdict, count) -> verdicts.append("%s: %d%n".formatted(verdict, count)));
		assertThat(verdicts).hasToString(VERDICTS);
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
			return;
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

	private static Map<String, Integer> compare(AlembicAnswers answers) {
		Map<String, Integer> counts = new TreeMap<>();
		List<String> differences = new ArrayList<>();
		for (Graph graph : answers.graphs()) {
			AlembicComparison comparison = new AlembicComparison(graph);
			for (Question question : graph.questions()) {
				String verdict = comparison.compare(question);
				counts.merge(verdict, 1, Integer::sum);
				if (verdict.startsWith("!")) {
					differences.add("graph %d, %s: %s".formatted(graph.seed(), question, verdict));
				}
			}
		}
		assertThat(differences).as(answers.version()).isEmpty();
		return counts;
	}

}
