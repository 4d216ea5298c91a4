package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a migration lock protects: one version table of one database.
 *
 * @param schema the schema of the version table
 * @param versionTable the version table
 * @param connections opens further connections to the same database, for products whose
 * lock needs one
 */
public record LockScope(String schema, String versionTable, ConnectionOpener connections) {

	/**
	 * Opens a connection.
	 */
	@FunctionalInterface
	public interface ConnectionOpener {

		/**
		 * Open a connection.
		 * @return a connection that the caller closes
		 * @throws SQLException if the database cannot be reached
		 */
		Connection open() throws SQLException;

	}

}
