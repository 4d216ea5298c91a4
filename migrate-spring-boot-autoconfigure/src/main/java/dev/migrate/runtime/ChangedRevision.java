package dev.migrate.runtime;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * An applied revision whose file says something else than what was applied.
 *
 * @param revision the revision
 * @param recordedChecksum the checksum of what was applied
 * @param presentChecksum the checksum of the file
 * @param appliedAt when it was applied, or a change of it accepted
 * @param appliedBy by which database user, or {@code null} if the product has none
 * @param recordedDowngrade the way back that the history has, or {@code null}
 * @param presentDowngrade the way back that the file has, or {@code null} if it cannot be
 * written without a database
 */
public record ChangedRevision(Revision revision, String recordedChecksum, String presentChecksum, Instant appliedAt,
		@Nullable String appliedBy, @Nullable String recordedDowngrade, @Nullable String presentDowngrade) {

}
