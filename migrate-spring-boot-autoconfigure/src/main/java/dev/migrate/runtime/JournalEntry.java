package dev.migrate.runtime;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;

/**
 * A statement of a revision that a rollback does not take back.
 *
 * @param revision the id of the revision
 * @param direction upgrade or downgrade
 * @param position its place among the statements of the revision, from 1
 * @param statement the statement, perhaps shortened
 * @param checksum the checksum of the whole statement
 * @param undo what takes it back, as a script, or {@code null} if that is not known
 * @param finished whether it is certain that it was executed; else it was begun, and
 * nobody knows how it ended
 */
record JournalEntry(String revision, Direction direction, int position, String statement, String checksum,
		@Nullable String undo, boolean finished) {

}
