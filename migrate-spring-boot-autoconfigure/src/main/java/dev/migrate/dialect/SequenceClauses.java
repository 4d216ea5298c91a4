package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Writes how a sequence or an identity counts.
 */
public final class SequenceClauses {

	private SequenceClauses() {
	}

	/**
	 * What is said of a new sequence.
	 * @param options how it counts
	 * @return the clauses
	 */
	public static List<String> of(SequenceOptions options) {
		List<String> clauses = new ArrayList<>();
		add(clauses, "START WITH ", options.start());
		add(clauses, "INCREMENT BY ", options.increment());
		add(clauses, "MINVALUE ", options.minimum());
		add(clauses, "MAXVALUE ", options.maximum());
		add(clauses, "CACHE ", options.cache());
		if (options.cycle()) {
			clauses.add("CYCLE");
		}
		return clauses;
	}

	private static void add(List<String> clauses, String words, @Nullable Long value) {
		if (value != null) {
			clauses.add(words + value);
		}
	}

	/**
	 * What is said of a sequence that counted in another way: all, since what is not said
	 * would stay as it is.
	 * @param options how it counts
	 * @param usualCache how many numbers a session takes at a time if that is not said
	 * @return the clauses
	 */
	static List<String> all(SequenceOptions options, long usualCache) {
		return List.of("INCREMENT BY " + orElse(options.increment(), 1),
				(options.minimum() != null) ? "MINVALUE " + options.minimum() : "NO MINVALUE",
				(options.maximum() != null) ? "MAXVALUE " + options.maximum() : "NO MAXVALUE",
				"START WITH " + orElse(options.start(), usualStart(options)),
				"CACHE " + orElse(options.cache(), usualCache), options.cycle() ? "CYCLE" : "NO CYCLE");
	}

	private static long usualStart(SequenceOptions options) {
		boolean down = orElse(options.increment(), 1) < 0;
		return down ? orElse(options.maximum(), -1) : orElse(options.minimum(), 1);
	}

	private static long orElse(@Nullable Long value, long other) {
		return (value != null) ? value : other;
	}

}
