package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What is set in a database session for the time of a run, and put back when it ends, so
 * that no revision and no later user of the connection meets what another revision left.
 * An instance serves one run on one session.
 */
public interface SessionGuard {

	/**
	 * Remember the session's settings and make those of the run.
	 * @param connection the connection, in autocommit mode
	 * @param schema the schema in which revisions work, or {@code null} for the session's
	 * @throws SQLException if the database fails
	 */
	void begin(Connection connection, @Nullable String schema) throws SQLException;

	/**
	 * An SQL expression for the settings that every revision must find alike.
	 * @return an expression of a text type
	 */
	String fingerprintExpression();

	/**
	 * Put back the settings that every revision must find alike, if they changed.
	 * @param connection the connection
	 * @param fingerprint the value that the expression had
	 * @throws SQLException if the database fails
	 */
	void pin(Connection connection, @Nullable String fingerprint) throws SQLException;

	/**
	 * Put back all settings as they were before the run.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void end(Connection connection) throws SQLException;

}
