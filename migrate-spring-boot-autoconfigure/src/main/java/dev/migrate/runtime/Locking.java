package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Does work while the migration lock is held: for the session, or, as the settings say,
 * for a transaction.
 *
 * @param connections opens further connections, for products whose lock needs one
 * @param settings the settings
 */
record Locking(ConnectionSource connections, RuntimeSettings settings) {

	/**
	 * Change version rows or history, in tables that are created if they are missing.
	 * @param <T> what comes of the work
	 * @param connection the connection
	 * @param store the tables
	 * @param seen where the database stood before
	 * @param work the work
	 * @return what came of it
	 * @throws SQLException if the database fails
	 */
	<T> T change(MigrationConnection connection, VersionStore store, Position seen, Change<T> work)
			throws SQLException {
		Connection jdbc = connection.jdbc();
		if (isForTransaction()) {
			MigrationLock lock = transactionLock(connection.dialect(), seen);
			return forTransaction(lock, jdbc, () -> {
				store.createMissingTables(jdbc, seen);
				return work.execute(new TransactionGate(lock, connection.dialect().transactionGuard(), store, seen,
						this.settings, List.of()));
			});
		}
		MigrationLock lock = sessionLock(connection.dialect(), seen);
		return forSession(lock, jdbc, () -> {
			store.createTables(jdbc, store.readAgain(jdbc, seen));
			return work.execute(new SessionGate(lock));
		});
	}

	boolean isForTransaction() {
		return this.settings.session().lockMode() == LockMode.TRANSACTION;
	}

	MigrationLock sessionLock(Dialect dialect, Position position) {
		return dialect.lock(scope(position));
	}

	MigrationLock transactionLock(Dialect dialect, Position position) {
		try {
			return dialect.transactionLock(scope(position));
		}
		catch (UnsupportedFeatureException ex) {
			throw new MigrationException(Kind.UNSUPPORTED,
					"%s cannot be migrated with migrate.lock.mode=transaction: %s".formatted(dialect.syntax().title(),
							ex.getMessage()),
					"set migrate.lock.mode=session", ex);
		}
	}

	private LockScope scope(Position position) {
		return new LockScope(position.schema(), this.settings.versionTable(), this.connections::openRaw);
	}

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
		LockWait.acquire(lock, jdbc, this.settings.lockTimeout());
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
			LockWait.acquireInTransaction(lock, jdbc, this.settings.lockTimeout());
			T result = work.execute();
			jdbc.commit();
			return result;
		}
		finally {
			new Cleanup(jdbc).run(() -> lock.release(jdbc));
		}
	}

	/**
	 * Work with the settings that revisions have, while the lock is held.
	 * @param <T> what comes of the work
	 * @param connection the connection, in a transaction if the lock belongs to that
	 * @param work the work
	 * @return what came of it
	 * @throws SQLException if the database fails
	 */
	<T> T guarded(MigrationConnection connection, Work<T> work) throws SQLException {
		Connection jdbc = connection.jdbc();
		SessionGuard guard = isForTransaction() ? connection.dialect().transactionGuard()
				: connection.dialect().sessionGuard();
		guard.begin(jdbc, this.settings.schema());
		try {
			Duration longestWait = this.settings.session().ddlLockTimeout();
			if (!longestWait.isZero()) {
				guard.limitLockWait(jdbc, longestWait);
			}
			return work.execute();
		}
		finally {
			if (!isForTransaction()) {
				new Cleanup(jdbc).run(() -> guard.end(jdbc));
			}
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

	/**
	 * A change of version rows or history.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	interface Change<T> {

		T execute(StepGate gate) throws SQLException;

	}

}
