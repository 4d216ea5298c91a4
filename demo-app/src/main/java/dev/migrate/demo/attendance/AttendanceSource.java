package dev.migrate.demo.attendance;

/**
 * How an attendance was recorded.
 */
public enum AttendanceSource {

	/** In the browser. */
	WEB,

	/** At a terminal on the wall. */
	TERMINAL,

	/** By a correction. */
	CORRECTION

}
