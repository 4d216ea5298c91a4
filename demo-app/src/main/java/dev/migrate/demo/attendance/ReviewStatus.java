package dev.migrate.demo.attendance;

/**
 * Where the review of something stands.
 */
public enum ReviewStatus {

	/** Not yet reviewed. */
	PENDING,

	/** Accepted. */
	APPROVED,

	/** Refused. */
	REJECTED

}
