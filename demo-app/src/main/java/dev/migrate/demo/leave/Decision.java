package dev.migrate.demo.leave;

/**
 * What an approver says to a leave request.
 */
public enum Decision {

	/** Nothing yet. */
	PENDING,

	/** Yes. */
	APPROVED,

	/** No. */
	REJECTED,

	/** No longer asked. */
	SKIPPED

}
