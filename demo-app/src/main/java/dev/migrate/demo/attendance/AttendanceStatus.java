package dev.migrate.demo.attendance;

/**
 * What a day was for an employee.
 */
public enum AttendanceStatus {

	/** Worked as long as planned, or longer. */
	PRESENT,

	/** Worked less than planned. */
	PARTIAL,

	/** On leave. */
	ON_LEAVE

}
