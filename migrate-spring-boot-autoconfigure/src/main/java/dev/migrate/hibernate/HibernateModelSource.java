package dev.migrate.hibernate;

import java.util.List;
import java.util.function.Supplier;

import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.dialect.Dialect;
import dev.migrate.revision.MigrateException;

/**
 * The entities of an application as the wanted schema.
 */
public final class HibernateModelSource implements ModelSource {

	private final Supplier<? extends List<? extends PersistenceUnit>> units;

	/**
	 * Create a source.
	 * @param units finds the persistence units of the database, when the model is read
	 */
	public HibernateModelSource(Supplier<? extends List<? extends PersistenceUnit>> units) {
		this.units = units;
	}

	@Override
	public Model read(Dialect dialect) {
		List<? extends PersistenceUnit> found = this.units.get();
		if (found.isEmpty()) {
			throw new MigrateException("There is no model: Hibernate is not set up for the database that is migrated",
					"add spring-boot-starter-data-jpa and a DataSource, or declare a bean of type ModelSource");
		}
		ModelMerge merge = new ModelMerge();
		found.forEach((unit) -> merge.add(unit.name(), unit.read(dialect)));
		if (merge.isEmpty()) {
			throw new MigrateException("There is no model: no entity is found",
					"put classes with @Entity below the application's package, or name their packages with @EntityScan");
		}
		return merge.toModel();
	}

}
