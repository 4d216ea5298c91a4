package dev.migrate.chaos;

import java.nio.file.Path;
import java.time.Duration;

import dev.migrate.revision.MigrateException;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;

/**
 * An application that does nothing but to migrate its database when it starts.
 */
final class UpgradeProcess {

	/** Begins the line that says why the process fails. */
	static final String FAILURE = "FAILED ";

	private UpgradeProcess() {
	}

	/**
	 * Upgrade.
	 * @param arguments the folder of the revisions, and URL and user of the database
	 */
	public static void main(String[] arguments) {
		TestDatabase database = new TestDatabase(arguments[1], arguments[2], "");
		TestApplication application = new TestApplication(Path.of(arguments[0]), database.dataSource())
			.packages("dev.migrate.chaos.revisions")
			.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
					settings.transactionMode(), Duration.ofSeconds(30), Duration.ofMinutes(1)));
		try {
			System.out.println("Applied " + application.migrate().upgrade("head"));
		}
		catch (MigrateException ex) {
			String kind = (ex instanceof MigrationException failure) ? failure.getKind().name() : "?";
			System.out.println(FAILURE + kind + " " + ex.getMessage());
			System.exit(1);
		}
	}

}
