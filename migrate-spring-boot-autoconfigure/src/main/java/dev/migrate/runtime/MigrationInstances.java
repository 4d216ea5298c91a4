package dev.migrate.runtime;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.beans.BeanInstantiationException;

import dev.migrate.Migration;
import dev.migrate.revision.MigrateException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.JavaRevisionScript;
import dev.migrate.script.MigrationFactory;

/**
 * Loads the classes of Java revisions and creates their instances.
 */
public final class MigrationInstances {

	private final MigrationFactory factory;

	private final ClassLoader classLoader;

	/**
	 * Create a source of instances.
	 * @param factory creates them
	 * @param classLoader loads the classes of those that bring no class loader of their
	 * own
	 */
	public MigrationInstances(MigrationFactory factory, ClassLoader classLoader) {
		this.factory = factory;
		this.classLoader = classLoader;
	}

	/**
	 * Create the instance of a revision.
	 * @param script the revision
	 * @return the instance
	 * @throws MigrateException if that is not possible
	 */
	Migration create(JavaRevisionScript script) {
		return create(script, load(script));
	}

	private Migration create(JavaRevisionScript script, Class<? extends Migration> type) {
		try {
			return this.factory.create(type);
		}
		catch (MigrateException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new MigrationException(Kind.INSTANTIATION, "Revision %s cannot be created from %s: %s"
				.formatted(script.revision().id(), script.className(), reason(ex)), "correct its constructor", ex);
		}
	}

	/** What a constructor threw says more than that it threw something. */
	private static String reason(RuntimeException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof BeanInstantiationException failed && failed.getCause() != null
					&& failed.getConstructor() != null) {
				return "its constructor threw " + failed.getCause();
			}
		}
		return String.valueOf(ex.getMessage());
	}

	/**
	 * Find what creates the instance of a revision that asks for nothing in its
	 * constructor.
	 * @param script the revision
	 * @return what creates it as {@link #create} does, or empty if it takes beans
	 * @throws MigrateException if its class cannot be loaded
	 */
	Optional<Supplier<Migration>> independent(JavaRevisionScript script) {
		Class<? extends Migration> type = load(script);
		boolean independent = Arrays.stream(type.getDeclaredConstructors())
			.allMatch((constructor) -> constructor.getParameterCount() == 0);
		return independent ? Optional.of(() -> create(script, type)) : Optional.empty();
	}

	private Class<? extends Migration> load(JavaRevisionScript script) {
		if (!script.compiled()) {
			throw new MigrationException(Kind.INSTANTIATION,
					"Revision %s is written but not compiled".formatted(script.revision().id()),
					"build the application first");
		}
		ClassLoader own = script.classLoader();
		try {
			Class<?> type = Class.forName(script.className(), true, (own != null) ? own : this.classLoader);
			if (Migration.class.isAssignableFrom(type)) {
				return type.asSubclass(Migration.class);
			}
		}
		catch (ExceptionInInitializerError ex) {
			throw new MigrationException(
					Kind.INSTANTIATION, "The class %s of revision %s cannot be initialized: %s"
						.formatted(script.className(), script.revision().id(), ex.getCause()),
					"correct its static fields", ex);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			throw new MigrationException(Kind.INSTANTIATION, "The class %s of revision %s cannot be loaded: %s"
				.formatted(script.className(), script.revision().id(), ex), "build the application again", ex);
		}
		throw new MigrationException(Kind.INSTANTIATION,
				"The class %s of revision %s does not implement %s".formatted(script.className(),
						script.revision().id(), Migration.class.getName()),
				"implement it, or remove @RevisionIdentifiers");
	}

}
