package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Leaves nothing behind on a connection, whatever state a failure left it in. What cannot
 * be cleaned up is closed with its session, so that no later user of a pool gets it.
 */
final class Cleanup {

	private static final Log logger = LogFactory.getLog(Cleanup.class);

	private final Connection connection;

	Cleanup(Connection connection) {
		this.connection = connection;
	}

	/**
	 * End what is open and put something back, even if the session is already broken: not
	 * all that is held ends with it.
	 * @param action puts something back
	 */
	void run(Action action) {
		attempt(this::endTransaction);
		attempt(action);
	}

	/**
	 * Roll back what is open.
	 * @throws SQLException if the session is broken
	 */
	void endTransaction() throws SQLException {
		if (!this.connection.getAutoCommit()) {
			this.connection.rollback();
			this.connection.setAutoCommit(true);
		}
	}

	private void attempt(Action action) {
		try {
			action.run();
		}
		catch (SQLException ex) {
			logger.debug("The session could not be put back and is closed", ex);
			abort();
		}
	}

	private void abort() {
		try {
			this.connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			logger.debug("The session could not be closed", ex);
		}
	}

	/**
	 * Something to put back.
	 */
	@FunctionalInterface
	interface Action {

		void run() throws SQLException;

	}

}
