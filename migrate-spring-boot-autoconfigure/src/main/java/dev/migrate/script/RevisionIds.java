package dev.migrate.script;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/**
 * Makes the ids of new revisions.
 */
public final class RevisionIds {

	private static final int RANDOM_LENGTH = 12;

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

	/** Numbers of a sequence: not timestamps, and not random ids of digits only. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private static final int SEQUENCE_LENGTH = 3;

	private final IdStyle style;

	private final RandomGenerator random;

	private final Clock clock;

	/**
	 * Create a source of ids.
	 * @param style how they look
	 * @param random the random numbers
	 * @param clock the time
	 */
	public RevisionIds(IdStyle style, RandomGenerator random, Clock clock) {
		this.style = style;
		this.random = random;
		this.clock = clock;
	}

	/**
	 * Make an id.
	 * @param graph the revisions that exist
	 * @return an id that is neither an id nor a branch label of theirs
	 */
	public String next(RevisionGraph graph) {
		Stream<String> candidates = switch (this.style) {
			case RANDOM -> Stream.generate(this::randomId);
			case TIMESTAMP -> Stream.iterate(now(), (time) -> time.plusSeconds(1)).map(TIMESTAMP::format);
			case SEQUENCE -> sequence(graph);
		};
		Set<String> labels = graph.labels();
		return candidates.filter((id) -> !graph.contains(id) && !labels.contains(id)).findFirst().orElseThrow();
	}

	private String randomId() {
		StringBuilder id = new StringBuilder(RANDOM_LENGTH);
		for (int i = 0; i < RANDOM_LENGTH; i++) {
			id.append(Character.forDigit(this.random.nextInt(16), 16));
		}
		return id.toString();
	}

	private LocalDateTime now() {
		return LocalDateTime.now(this.clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.SECONDS);
	}

	/** Continues the largest number, in its width. */
	private static Stream<String> sequence(RevisionGraph graph) {
		String last = graph.revisions()
			.stream()
			.map(Revision::id)
			.filter((id) -> NUMBER.matcher(id).matches())
			.max(Comparator.comparingInt(Integer::parseInt))
			.orElse("0");
		int width = Math.max(SEQUENCE_LENGTH, last.length());
		String format = "%0" + width + "d";
		return Stream.iterate(Integer.parseInt(last) + 1, (number) -> number + 1).map(format::formatted);
	}

}
