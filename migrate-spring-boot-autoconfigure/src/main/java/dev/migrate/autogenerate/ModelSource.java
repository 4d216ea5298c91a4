package dev.migrate.autogenerate;

import dev.migrate.dialect.Dialect;

/**
 * Where the wanted schema comes from.
 */
@FunctionalInterface
public interface ModelSource {

	/**
	 * Read the model.
	 * @param dialect the product that it is for
	 * @return the model
	 * @throws dev.migrate.revision.MigrateException if there is none or it is wrong, with
	 * the reason
	 */
	Model read(Dialect dialect);

}
