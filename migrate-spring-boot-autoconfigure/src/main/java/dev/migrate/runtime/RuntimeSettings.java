package dev.migrate.runtime;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.NamingConvention;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * What a run depends on beside revisions and database.
 *
 * @param schema the schema in which revisions work and the version tables are, or
 * {@code null} for the connection's
 * @param versionTable the table of the version rows
 * @param historyTable the table of the history
 * @param transactionMode how far a transaction reaches
 * @param connectTimeout how long to try to reach the database
 * @param lockTimeout how long to wait for another migrator
 * @param naming names constraints that revisions in Java create without a name
 * @param session how a run behaves in a database that others use at the same time
 */
public record RuntimeSettings(@Nullable String schema, String versionTable, String historyTable,
		TransactionMode transactionMode, Duration connectTimeout, Duration lockTimeout, NamingConvention naming,
		SessionSettings session) {

	/**
	 * Create settings.
	 * @throws MigrationException if a table has no name, or both have the same
	 */
	public RuntimeSettings {
		requireName("migrate.version-table", versionTable);
		requireName("migrate.history-table", historyTable);
		if (versionTable.equals(historyTable)) {
			throw new MigrationException(Kind.UNSUPPORTED,
					"migrate.version-table and migrate.history-table are both '%s'".formatted(versionTable),
					"give one of them another name");
		}
	}

	private static void requireName(String property, String table) {
		if (table.isBlank()) {
			throw new MigrationException(Kind.UNSUPPORTED, property + " is empty", "name a table, or leave it out");
		}
	}

	/**
	 * Settings that leave the names of unnamed constraints to the product.
	 * @param schema the schema, or {@code null} for the connection's
	 * @param versionTable the table of the version rows
	 * @param historyTable the table of the history
	 * @param transactionMode how far a transaction reaches
	 * @param connectTimeout how long to try to reach the database
	 * @param lockTimeout how long to wait for another migrator
	 */
	public RuntimeSettings(@Nullable String schema, String versionTable, String historyTable,
			TransactionMode transactionMode, Duration connectTimeout, Duration lockTimeout) {
		this(schema, versionTable, historyTable, transactionMode, connectTimeout, lockTimeout, NamingConvention.NONE,
				SessionSettings.DEFAULTS);
	}

	/**
	 * The table of half-done steps, which is there only as long as it is needed.
	 * @return its name
	 */
	public String journalTable() {
		return this.versionTable + "_journal";
	}

	/**
	 * The same settings with another naming convention.
	 * @param naming the convention
	 * @return the settings
	 */
	public RuntimeSettings withNaming(NamingConvention naming) {
		return new RuntimeSettings(this.schema, this.versionTable, this.historyTable, this.transactionMode,
				this.connectTimeout, this.lockTimeout, naming, this.session);
	}

	/**
	 * The same settings with other ones of the session.
	 * @param session the settings of the session
	 * @return the settings
	 */
	public RuntimeSettings withSession(SessionSettings session) {
		return new RuntimeSettings(this.schema, this.versionTable, this.historyTable, this.transactionMode,
				this.connectTimeout, this.lockTimeout, this.naming, session);
	}

	/**
	 * The settings of an application that sets none.
	 * @return the defaults
	 */
	public static RuntimeSettings defaults() {
		return new RuntimeSettings(null, "migrate_version", "migrate_history", TransactionMode.PER_REVISION,
				Duration.ofSeconds(30), Duration.ofMinutes(5));
	}

}
