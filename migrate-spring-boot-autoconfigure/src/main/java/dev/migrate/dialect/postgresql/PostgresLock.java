package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.SessionChangedException;

/**
 * A session advisory lock. It is tried, never waited for in the server: a session that
 * waits there in a transaction would deadlock with {@code CREATE INDEX CONCURRENTLY}.
 * <p>
 * A pooler that gives each transaction another session makes such a lock worthless. It
 * shows when the server process changes, or already has the lock before it is taken.
 */
final class PostgresLock implements MigrationLock {

	private static final Log logger = LogFactory.getLog(PostgresLock.class);

	private static final int NOBODY = 0;

	private static final Duration LONGEST_SEARCH = Duration.ofSeconds(3);

	private final AdvisoryLockKey key;

	private int process = NOBODY;

	PostgresLock(LockScope scope) {
		this.key = AdvisoryLockKey.of(scope);
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		// Another client of the pooler may have taken it in the very session
		String sql = "SELECT pg_catalog.pg_backend_pid(), CASE WHEN " + heldHere()
				+ " THEN NULL ELSE pg_catalog.pg_try_advisory_lock(" + this.key.value() + ") END";
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			int backend = rows.getInt(1);
			boolean acquired = rows.getBoolean(2);
			if (rows.wasNull()) {
				throw new SessionChangedException(
						"server process %d has the migration lock already, for another client".formatted(backend));
			}
			if (acquired) {
				this.process = backend;
			}
			return acquired;
		}
	}

	private String heldHere() {
		return "EXISTS (SELECT 1 FROM pg_catalog.pg_locks l WHERE l.granted AND l.pid = pg_catalog.pg_backend_pid() AND "
				+ this.key.condition() + ")";
	}

	@Override
	public void verify(Connection connection) throws SQLException {
		String sql = "SELECT pg_catalog.pg_backend_pid(), " + heldHere();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			if (rows.getInt(1) != this.process) {
				throw new SessionChangedException(
						"server process %d took the migration lock, but the connection leads to server process %d now"
							.formatted(this.process, rows.getInt(1)));
			}
			if (!rows.getBoolean(2)) {
				throw new SQLException(
						"the migration lock was given back, as DISCARD ALL and pg_advisory_unlock_all() do");
			}
		}
	}

	@Override
	public String condition() {
		return "pg_catalog.pg_backend_pid() = " + this.process;
	}

	@Override
	public void release(Connection connection) throws SQLException {
		String sql = "SELECT CASE WHEN " + condition() + " THEN pg_catalog.pg_advisory_unlock(" + this.key.value()
				+ ") END";
		long deadline = System.nanoTime() + LONGEST_SEARCH.toNanos();
		while (!released(connection, sql)) {
			// Behind a pooler the session that has the lock comes by again, most likely
			if (System.nanoTime() > deadline) {
				logger.warn("The migration lock stays with server process %d of a connection pooler; "
					.formatted(this.process) + "end that by SELECT pg_terminate_backend(%d)".formatted(this.process));
				return;
			}
			pause();
		}
	}

	private static boolean released(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			rows.getBoolean(1);
			return !rows.wasNull();
		}
	}

	private static void pause() throws SQLException {
		try {
			Thread.sleep(5);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SQLException("Interrupted while the migration lock was to be released", ex);
		}
	}

	@Override
	public String describeHolder(Connection connection) throws SQLException {
		return this.key.describeHolder(connection);
	}

}
