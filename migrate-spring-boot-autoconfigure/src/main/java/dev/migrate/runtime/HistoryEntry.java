package dev.migrate.runtime;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;

/**
 * An entry of the history.
 *
 * @param revision the id of the revision
 * @param direction what happened to it
 * @param appliedAt when, by the database's clock
 * @param durationMs how long it took, in milliseconds
 * @param appliedBy the database user
 */
public record HistoryEntry(String revision, Direction direction, Instant appliedAt, long durationMs,
		@Nullable String appliedBy) {

}
