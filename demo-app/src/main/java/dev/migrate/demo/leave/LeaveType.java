package dev.migrate.demo.leave;

/**
 * What a leave is taken for.
 */
public enum LeaveType {

	/** Holidays. */
	ANNUAL,

	/** Illness. */
	SICK,

	/** The birth of a child. */
	PARENTAL,

	/** Anything else, without pay. */
	UNPAID

}
