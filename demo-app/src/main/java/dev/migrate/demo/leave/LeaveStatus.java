package dev.migrate.demo.leave;

/**
 * Where a leave request stands.
 */
public enum LeaveStatus {

	/** Waits for an approver. */
	PENDING,

	/** Granted. */
	APPROVED,

	/** Refused. */
	REJECTED

}
