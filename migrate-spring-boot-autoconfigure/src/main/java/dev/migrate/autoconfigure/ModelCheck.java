package dev.migrate.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

import dev.migrate.autogenerate.Difference;
import dev.migrate.command.Migrate;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Compares entities and database on startup, when the database is migrated and all beans
 * are created: the entity manager factory, which waits for the migration, tells of the
 * entities.
 */
class ModelCheck implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(ModelCheck.class);

	private final Migrate migrate;

	private final ModelCheckMode mode;

	ModelCheck(Migrate migrate, ModelCheckMode mode) {
		this.migrate = migrate;
		this.mode = mode;
	}

	@Override
	public void afterSingletonsInstantiated() {
		switch (this.mode) {
			case OFF -> {
			}
			case WARN -> warn();
			case FAIL -> fail();
		}
	}

	private void fail() {
		List<Difference> differences = this.migrate.check(false);
		if (!differences.isEmpty()) {
			throw new MigrationException(Kind.MODEL_DIFFERS, describe(differences),
					"write a revision by migrate generate and start with it, or set migrate.check=warn");
		}
	}

	private void warn() {
		try {
			List<Difference> differences = this.migrate.check(false);
			if (!differences.isEmpty()) {
				logger.warn(describe(differences));
			}
		}
		catch (RuntimeException ex) {
			// Whatever it is, a warning does not keep the application from starting
			logger.warn("Entities and database were not compared: " + ex.getMessage());
		}
	}

	private static String describe(List<Difference> differences) {
		return "Entities and database differ in %d %s:%n%s".formatted(differences.size(),
				(differences.size() == 1) ? "thing" : "things",
				differences.stream()
					.map((difference) -> "    " + difference.text())
					.collect(Collectors.joining(System.lineSeparator())));
	}

}
