package dev.migrate.cli;

/**
 * A command that needs less than the application context.
 */
interface Undemanding {

	/**
	 * What the command needs.
	 * @return how much of the application
	 */
	Requirement requirement();

}
