package dev.migrate.revision;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes revisions in a line each, as {@code c(label): a, b / dependency @2026-11-20}.
 * The source of revision {@code c} is {@code c.sql}.
 */
final class RevisionNotation {

	private static final Pattern LINE = Pattern.compile(
			"(?<id>[^ (:/@]+)(\\((?<labels>[^)]*)\\))?(: ?(?<down>[^/@]+))?( ?/ (?<deps>[^@]+))?( ?@(?<date>.+))?");

	private RevisionNotation() {
	}

	static Revision revision(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(line);
		}
		String id = matcher.group("id");
		String date = matcher.group("date");
		return new Revision(id, list(matcher.group("down")), new LinkedHashSet<>(list(matcher.group("labels"))),
				list(matcher.group("deps")), "message of " + id,
				(date != null) ? Instant.parse(date + "T00:00:00Z") : null, id + ".sql");
	}

	static List<Revision> revisions(String... lines) {
		return Stream.of(lines).map(RevisionNotation::revision).toList();
	}

	static RevisionGraph graph(String... lines) {
		return RevisionGraph.of(revisions(lines));
	}

	private static List<String> list(String text) {
		return (text != null) ? Arrays.stream(text.split(",")).map(String::strip).toList() : List.of();
	}

}
