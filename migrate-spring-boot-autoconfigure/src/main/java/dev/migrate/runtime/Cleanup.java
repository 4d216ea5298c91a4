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

	void run(Action action) {
		try {
			if (!this.connection.getAutoCommit()) {
				this.connection.rollback();
				this.connection.setAutoCommit(true);
			}
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
