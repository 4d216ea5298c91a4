package dev.migrate.runtime;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;

/**
 * An entry of the history with all that it says.
 *
 * @param id the id of the revision
 * @param downRevisions what it builds on
 * @param direction what happened to it
 * @param message what it does
 * @param checksum its checksum, or {@code null}
 * @param appliedAt when, by the database's clock
 * @param appliedBy the database user, or {@code null}
 * @param downgradeSql the way back as a section of an SQL revision, or {@code null}
 */
record RecordedRevision(String id, List<String> downRevisions, Direction direction, String message,
		@Nullable String checksum, Instant appliedAt, @Nullable String appliedBy, @Nullable String downgradeSql) {

	RecordedRevision {
		downRevisions = List.copyOf(downRevisions);
	}

	/**
	 * Whether the entry accepts a changed file: of the entries that execute nothing, only
	 * those have a checksum.
	 * @return whether it says nothing of the version rows
	 */
	boolean isRepair() {
		return this.direction == Direction.STAMP && this.checksum != null;
	}

}
