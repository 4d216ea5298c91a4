package dev.migrate.cli;

import java.util.List;

import dev.migrate.revision.MigrateException;

/**
 * Lays into the user's project what a project with migrations needs: folders, wrapper
 * scripts, properties. Nothing that is there is overwritten.
 */
@FunctionalInterface
public interface ProjectInitialization {

	/**
	 * Lay what is missing.
	 * @return a line for each thing that was laid or was there already
	 * @throws MigrateException if something cannot be written
	 */
	List<String> run();

}
