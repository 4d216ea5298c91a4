package dev.migrate.hibernate;

import dev.migrate.autogenerate.Model;
import dev.migrate.dialect.Dialect;

/**
 * A persistence unit, whose entities say what they want of the database.
 */
public interface PersistenceUnit {

	/**
	 * Its name.
	 * @return the name, for messages
	 */
	String name();

	/**
	 * Read its model.
	 * @param dialect the product that the model is for
	 * @return the model
	 * @throws dev.migrate.revision.MigrateException if Hibernate does not accept the
	 * entities, or SQL in their mapping cannot be understood
	 */
	Model read(Dialect dialect);

}
