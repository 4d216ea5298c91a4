package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;

/**
 * The same advisory lock as {@link PostgresLock}, for the time of a transaction: it ends
 * with that and never stays with a session of a pooler.
 */
final class PostgresTransactionLock implements MigrationLock {

	private final AdvisoryLockKey key;

	PostgresTransactionLock(LockScope scope) {
		this.key = AdvisoryLockKey.of(scope);
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("SELECT pg_catalog.pg_try_advisory_xact_lock(" + this.key.value() + ")")) {
			return rows.next() && rows.getBoolean(1);
		}
	}

	@Override
	public void release(Connection connection) {
		// It has ended with its transaction
	}

	@Override
	public String describeHolder(Connection connection) throws SQLException {
		return this.key.describeHolder(connection);
	}

}
