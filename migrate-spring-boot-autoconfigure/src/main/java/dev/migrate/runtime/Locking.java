package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Does work while the migration lock is held.
 *
 * @param timeout how long to wait for it
 */
record Locking(Duration timeout) {

	/**
	 * Work under a lock of the session.
	 * @param <T> what comes of the work
	 * @param lock the lock
	 * @param jdbc the connection, in autocommit mode
	 * @param work the work
	 * @return what came of it
	 * @throws SQLException if the database fails
	 */
	<T> T forSession(MigrationLock lock, Connection jdbc, Work<T> work) throws SQLException {
		LockWait.acquire(lock, jdbc, this.timeout);
		try {
			return work.execute();
		}
		finally {
			new Cleanup(jdbc).run(() -> lock.release(jdbc));
		}
	}

	/**
	 * Work in a transaction, under a lock that belongs to that.
	 * @param <T> what comes of the work
	 * @param lock the lock
	 * @param jdbc the connection, in autocommit mode
	 * @param work the work
	 * @return what came of it
	 * @throws SQLException if the database fails
	 */
	<T> T forTransaction(MigrationLock lock, Connection jdbc, Work<T> work) throws SQLException {
		jdbc.setAutoCommit(false);
		try {
			LockWait.acquireInTransaction(lock, jdbc, this.timeout);
			T result = work.execute();
			jdbc.commit();
			return result;
		}
		finally {
			new Cleanup(jdbc).run(() -> {
			});
		}
	}

	MigrationLock transactionLock(Dialect dialect, LockScope scope) {
		try {
			return dialect.transactionLock(scope);
		}
		catch (UnsupportedFeatureException ex) {
			throw new MigrationException(Kind.UNSUPPORTED,
					"%s cannot be migrated with migrate.lock.mode=transaction: %s".formatted(dialect.syntax().title(),
							ex.getMessage()),
					"set migrate.lock.mode=session", ex);
		}
	}

	/**
	 * Something to do while the lock is held.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	interface Work<T> {

		T execute() throws SQLException;

	}

}
