package dev.migrate.runtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * Where a database stands.
 *
 * @param status in a word
 * @param product the product and its version, or {@code null} if it cannot be reached
 * @param current the version rows
 * @param heads the heads of this build
 * @param pending the revisions that are not applied, in the order in which they will be
 * @param history the newest entries of the history, newest first
 * @param halfDone the revision that is half done, or {@code null} if there is none
 */
public record DatabaseState(DatabaseStatus status, @Nullable String product, List<String> current, List<String> heads,
		List<Revision> pending, List<HistoryEntry> history, @Nullable HalfDone halfDone) {

	public DatabaseState {
		current = List.copyOf(current);
		heads = List.copyOf(heads);
		pending = List.copyOf(pending);
		history = List.copyOf(history);
	}

}
