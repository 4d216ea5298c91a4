package dev.migrate.actuate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.MigrateException;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.DatabaseStatus;

/**
 * Description of where a database stands.
 *
 * @param status in a word, or {@code null} if there is an error
 * @param product the product and its version, or {@code null} if it cannot be reached
 * @param current the version rows
 * @param heads the heads of this build
 * @param pending the revisions that are not applied, in the order in which they will be
 * @param history the newest entries of the history, newest first
 * @param halfDone the revision that is half done, or {@code null} if there is none
 * @param error why there is no status, as that the revisions of this build cannot be read
 */
public record DatabaseDescriptor(@Nullable DatabaseStatus status, @Nullable String product, List<String> current,
		List<String> heads, List<RevisionDescriptor> pending, List<HistoryDescriptor> history,
		@Nullable HalfDoneDescriptor halfDone, @Nullable String error) {

	static DatabaseDescriptor of(DatabaseState state) {
		return new DatabaseDescriptor(state.status(), state.product(), state.current(), state.heads(),
				state.pending().stream().map(RevisionDescriptor::of).toList(),
				state.history().stream().map(HistoryDescriptor::of).toList(),
				(state.halfDone() != null) ? HalfDoneDescriptor.of(state.halfDone()) : null, null);
	}

	static DatabaseDescriptor ofError(MigrateException ex) {
		return new DatabaseDescriptor(null, null, List.of(), List.of(), List.of(), List.of(), null, ex.getMessage());
	}

}
