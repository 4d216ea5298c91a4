package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Waits for the migration lock by trying again and again, in autocommit mode, so that no
 * transaction is open in the meantime.
 */
final class LockWait {

	private static final Log logger = LogFactory.getLog(LockWait.class);

	private static final long SHORTEST_PAUSE_MS = 50;

	private static final long LONGEST_PAUSE_MS = 500;

	private LockWait() {
	}

	/**
	 * Take the lock.
	 * @param lock the lock
	 * @param connection the connection
	 * @param timeout how long to wait
	 * @throws SQLException if the database fails
	 * @throws MigrationException if someone else holds the lock for longer
	 */
	static void acquire(MigrationLock lock, Connection connection, Duration timeout) throws SQLException {
		acquire(lock, connection, timeout, () -> {
		});
	}

	/**
	 * Take a lock that ends with the transaction, with none open while waiting for it.
	 * @param lock the lock
	 * @param connection the connection, in a transaction that has done nothing
	 * @param timeout how long to wait
	 * @throws SQLException if the database fails
	 * @throws MigrationException if someone else holds the lock for longer
	 */
	static void acquireInTransaction(MigrationLock lock, Connection connection, Duration timeout) throws SQLException {
		acquire(lock, connection, timeout, connection::rollback);
	}

	private static void acquire(MigrationLock lock, Connection connection, Duration timeout, Cleanup.Action pause)
			throws SQLException {
		long deadline = System.nanoTime() + timeout.toNanos();
		long milliseconds = SHORTEST_PAUSE_MS;
		boolean told = false;
		while (!lock.tryAcquire(connection)) {
			if (System.nanoTime() > deadline) {
				throw new MigrationException(Kind.LOCKED,
						"The migration lock is still held after %ds by %s".formatted(timeout.toSeconds(),
								lock.describeHolder(connection)),
						"wait until it has finished, or end it, then start again; migrate.lock.timeout sets the wait");
			}
			if (!told && milliseconds >= LONGEST_PAUSE_MS) {
				logger.info("Waiting for the migration lock, held by " + lock.describeHolder(connection));
				told = true;
			}
			pause.run();
			ConnectionSource
				.sleep(Duration.ofMillis(milliseconds / 2 + ThreadLocalRandom.current().nextLong(milliseconds)));
			milliseconds = Math.min(milliseconds * 2, LONGEST_PAUSE_MS);
		}
	}

	/**
	 * Read where the database stands, as soon as no other session keeps it from being
	 * read: on some products a migrator that is at work does.
	 * @param store the tables
	 * @param connection the connection, in autocommit mode
	 * @param timeout how long to wait
	 * @return the position
	 * @throws SQLException if the database fails, or is kept for longer
	 */
	static Position read(VersionStore store, MigrationConnection connection, Duration timeout) throws SQLException {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (true) {
			try {
				return store.read(connection.jdbc());
			}
			catch (SQLException ex) {
				if (!connection.dialect().isBusy(ex) || System.nanoTime() > deadline) {
					throw ex;
				}
			}
			ConnectionSource.sleep(Duration.ofMillis(LONGEST_PAUSE_MS));
		}
	}

}
