package dev.migrate.actuate;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.migrate.runtime.HistoryEntry;

/**
 * Description of an entry of the history.
 *
 * @param revision the id of the revision
 * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param appliedAt when, by the database's clock
 * @param durationMs how long it took, in milliseconds
 * @param appliedBy the database user
 */
public record HistoryDescriptor(String revision, String direction, Instant appliedAt, long durationMs,
		@Nullable String appliedBy) {

	static HistoryDescriptor of(HistoryEntry entry) {
		return new HistoryDescriptor(entry.revision(), entry.direction().id(), entry.appliedAt(), entry.durationMs(),
				entry.appliedBy());
	}

}
