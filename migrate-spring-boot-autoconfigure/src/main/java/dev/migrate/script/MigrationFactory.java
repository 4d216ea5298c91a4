package dev.migrate.script;

import dev.migrate.Migration;

/**
 * Creates the instances of Java revisions.
 */
@FunctionalInterface
public interface MigrationFactory {

	/**
	 * Create an instance.
	 * @param type the revision's class
	 * @return the instance
	 * @throws RuntimeException if it cannot be created
	 */
	Migration create(Class<? extends Migration> type);

}
