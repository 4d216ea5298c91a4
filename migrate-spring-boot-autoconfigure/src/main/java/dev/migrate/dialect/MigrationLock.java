package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

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
