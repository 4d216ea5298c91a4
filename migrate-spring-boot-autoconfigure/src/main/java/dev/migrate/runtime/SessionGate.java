package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.MigrationLock;

/**
 * A lock that the session has for the whole run.
 *
 * @param lock the lock, or {@code null} where nobody needs to be held off
 */
record SessionGate(@Nullable MigrationLock lock) implements StepGate {

	@Override
	public boolean enter(Connection connection, int index) {
		return true;
	}

	@Override
	public void leaveTransaction(Connection connection, String place) throws SQLException {
		verify(connection);
	}

	@Override
	public void verify(Connection connection) throws SQLException {
		if (this.lock != null) {
			this.lock.verify(connection);
		}
	}

	@Override
	public @Nullable String condition() {
		return (this.lock != null) ? this.lock.condition() : null;
	}

}
