package dev.migrate.hibernate;

import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.id.SequenceMismatchStrategy;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;

import dev.migrate.autogenerate.Model;
import dev.migrate.dialect.Dialect;
import dev.migrate.revision.MigrateException;

/**
 * A persistence unit that is not started. To read its model, its start is begun and ended
 * when Hibernate knows what to create.
 */
final class DeferredPersistenceUnit implements PersistenceUnit {

	private final String name;

	private final Map<?, ?> settings;

	private final @Nullable ClassLoader classLoader;

	private final Function<Map<?, ?>, EntityManagerFactory> start;

	private @Nullable EntityManagerFactory started;

	/**
	 * Create a unit.
	 * @param name its name
	 * @param settings the settings to start with
	 * @param classLoader that of the entities, or {@code null} for that of the thread
	 * @param start starts it with settings
	 */
	DeferredPersistenceUnit(String name, Map<?, ?> settings, @Nullable ClassLoader classLoader,
			Function<Map<?, ?>, EntityManagerFactory> start) {
		this.name = name;
		this.settings = settings;
		this.classLoader = classLoader;
		this.start = start;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Model read(Dialect dialect) {
		AtomicReference<@Nullable Model> model = new AtomicReference<>();
		Map<Object, @Nullable Object> changed = new HashMap<>(this.settings);
		changed.put(JpaSettings.INTEGRATOR_PROVIDER,
				MetadataIntegrator.behind(this.settings.get(JpaSettings.INTEGRATOR_PROVIDER), (metadata) -> {
					model.set(MetadataModel.of(metadata, dialect));
					throw new EnoughSeenException();
				}));
		PlainPackages.addTo(changed, this.classLoader);
		// Else a sequence that the database has with another increment is not in the
		// model
		changed.put(MappingSettings.SEQUENCE_INCREMENT_SIZE_MISMATCH_STRATEGY, SequenceMismatchStrategy.NONE);
		try {
			this.start.apply(changed).close();
		}
		catch (RuntimeException ex) {
			if (model.get() == null) {
				throw rejected(ex);
			}
		}
		return Objects.requireNonNull(model.get());
	}

	private MigrateException rejected(RuntimeException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof MigrateException own) {
				return own;
			}
		}
		Throwable reason = NestedExceptionUtils.getMostSpecificCause(ex);
		return new MigrateException(
				"Hibernate cannot read the entities of the persistence unit '%s': %s".formatted(this.name,
						(reason.getMessage() != null) ? reason.getMessage() : reason.toString()),
				"correct the mapping", ex);
	}

	/** Start it now, because somebody uses it after all. */
	synchronized EntityManagerFactory start() {
		if (this.started == null) {
			this.started = this.start.apply(this.settings);
		}
		return this.started;
	}

	/** Close it if it was started. */
	synchronized void close() {
		if (this.started != null) {
			this.started.close();
		}
	}

	/**
	 * Ends a start.
	 */
	private static final class EnoughSeenException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		EnoughSeenException() {
			super("The mapping is known, the rest of the start is not needed", null, false, false);
		}

	}

}
