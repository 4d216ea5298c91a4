package dev.migrate.hibernate;

import org.hibernate.boot.Metadata;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Model;
import dev.migrate.dialect.Dialect;
import dev.migrate.revision.MigrateException;

/**
 * A persistence unit that is started, and whose metadata was kept.
 */
public final class StartedPersistenceUnit implements PersistenceUnit {

	private final String name;

	private volatile @Nullable Metadata metadata;

	/**
	 * Create a unit that is not yet started.
	 * @param name its name
	 */
	public StartedPersistenceUnit(String name) {
		this.name = name;
	}

	/**
	 * What keeps the metadata.
	 * @param setting what the application has set as
	 * {@value JpaSettings#INTEGRATOR_PROVIDER}, or {@code null}
	 * @return what to set in its place
	 */
	public IntegratorProvider integratorProvider(@Nullable Object setting) {
		return MetadataIntegrator.behind(setting, (seen) -> this.metadata = seen);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Model read(Dialect dialect) {
		Metadata seen = this.metadata;
		if (seen == null) {
			throw new MigrateException("The persistence unit '%s' is not started".formatted(this.name),
					"read its model when it is");
		}
		return MetadataModel.of(seen, dialect);
	}

}
