package dev.migrate.runtime;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Step;

/**
 * What is recorded of a step.
 *
 * @param step the step
 * @param checksum the revision's checksum, or {@code null}
 * @param durationMs how long it took, in milliseconds, or {@code null} if its transaction
 * does not end before it is recorded: as long as that
 * @param downgradeSql the way back as a section of an SQL revision, or {@code null}
 */
record StepRecord(Step step, @Nullable String checksum, @Nullable Long durationMs, @Nullable String downgradeSql) {

}
