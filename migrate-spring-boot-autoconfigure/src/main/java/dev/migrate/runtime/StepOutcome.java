package dev.migrate.runtime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.SqlStatement;

/**
 * What has become of a step so far, as long as it is not recorded.
 *
 * @param committed the statements that a rollback does not take back, in order
 * @param doubtful a statement that has failed and may have committed a part of what it
 * did, or {@code null}
 * @param resumed whether an interrupted run has executed a part of the step before
 * @param mayBeCommitted whether the commit was sent, or was to be sent next
 */
record StepOutcome(List<SqlStatement> committed, @Nullable SqlStatement doubtful, boolean resumed,
		boolean mayBeCommitted) {

	/** That of a step which was not begun. */
	static final StepOutcome NOTHING = new StepOutcome(List.of(), null, false, false);

	StepOutcome {
		committed = List.copyOf(committed);
	}

	/**
	 * Whether a rollback leaves something of the step.
	 * @return whether statements of it are known to stay
	 */
	boolean isPartDone() {
		return !this.committed.isEmpty() || this.resumed;
	}

}
