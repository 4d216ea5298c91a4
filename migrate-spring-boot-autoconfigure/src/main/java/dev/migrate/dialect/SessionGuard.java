package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

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
	 * Bound how long a statement waits for the lock of another session, until the end of
	 * the run. A product on which nobody can lock what is read needs no bound.
	 * @param connection the connection
	 * @param longest the longest wait, if the session's own is not shorter
	 * @throws SQLException if the database fails
	 */
	default void limitLockWait(Connection connection, Duration longest) throws SQLException {
	}

	/**
	 * What makes the schema that of the session, for a script.
	 * @param schema the schema in which revisions work
	 * @return a statement, without what ends it
	 */
	String schemaStatement(String schema);

	/**
	 * What remembers schema and role in a script, for {@link #pinStatement()}.
	 * @return a statement, without what ends it
	 */
	String rememberStatement();

	/**
	 * What {@link #pin(Connection)} does, for a script that has remembered the settings.
	 * @return a statement, without what ends it
	 */
	String pinStatement();

	/**
	 * Put back the settings that every revision, and what is recorded of it, must find
	 * alike: schema and role.
	 * @param connection the connection
	 * @throws SQLException if the database fails
	 */
	void pin(Connection connection) throws SQLException;

	/**
	 * Do the same for the rest of the present transaction only.
	 * @param connection the connection, in a transaction
	 * @throws SQLException if the database fails
	 */
	default void pinInTransaction(Connection connection) throws SQLException {
	}

	/**
	 * Remember what a statement is about to set, if the product does not list it among
	 * the settings of the session.
	 * @param connection the connection
	 * @param sql a statement that changes settings
	 * @throws SQLException if the database fails
	 */
	default void beforeSetting(Connection connection, String sql) throws SQLException {
	}

	/**
	 * Check what the database itself does not check under the settings of the run, before
	 * a revision is recorded.
	 * @param connection the connection
	 * @throws SQLException if the revision has broken something, or the database fails
	 */
	default void verify(Connection connection) throws SQLException {
	}

	/**
	 * Put back all settings as they were before the run.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void end(Connection connection) throws SQLException;

}
