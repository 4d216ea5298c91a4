package dev.migrate.runtime;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Step;

/**
 * What is recorded of a step.
 *
 * @param step the step
 * @param checksum the revision's checksum, or {@code null}
 * @param durationMs how long it took, in milliseconds; how long until then, if a
 * statement is left that is sent with the record
 * @param downgradeSql the way back as a section of an SQL revision, or {@code null}
 */
record StepRecord(Step step, @Nullable String checksum, long durationMs, @Nullable String downgradeSql) {

}
