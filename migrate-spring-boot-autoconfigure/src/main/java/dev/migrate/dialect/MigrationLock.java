package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A lock that one migrator at a time holds. It lives no longer than the database session
 * that took it (or, where the product has no such lock, than the process or a second
 * session).
 */
public interface MigrationLock {

	/**
	 * Try to take the lock, without waiting.
	 * @param connection the migrating connection, in autocommit mode
	 * @return whether it is held now
	 * @throws SQLException if the database fails
	 */
	boolean tryAcquire(Connection connection) throws SQLException;

	/**
	 * Check that the connection still leads to the session that holds the lock. A
	 * connection through a pooler may not, and a revision may have given the lock back.
	 * @param connection the same connection
	 * @throws SessionChangedException if it leads to another session
	 * @throws SQLException if the session has the lock no longer, or the database fails
	 */
	default void verify(Connection connection) throws SQLException {
	}

	/**
	 * A condition that holds in the session which holds the lock, for statements that
	 * must not be executed in another.
	 * @return an SQL condition, or {@code null} if a connection cannot lead to another
	 */
	default @Nullable String condition() {
		return null;
	}

	/**
	 * Give the lock back.
	 * @param connection the same connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void release(Connection connection) throws SQLException;

	/**
	 * Who holds the lock, for a message.
	 * @param connection the connection
	 * @return a phrase, as {@code process 4711 (application 'demo', connected since …)}
	 * @throws SQLException if the database fails
	 */
	String describeHolder(Connection connection) throws SQLException;

}
