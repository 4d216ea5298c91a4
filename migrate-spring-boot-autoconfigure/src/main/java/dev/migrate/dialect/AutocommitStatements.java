package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The statements that a product refuses, or that are useless, inside of a transaction.
 */
public interface AutocommitStatements {

	/** For a product without such statements. */
	AutocommitStatements NONE = new AutocommitStatements() {

		@Override
		public boolean includes(String sql) {
			return false;
		}

		@Override
		public void execute(Connection connection, SqlStatement statement, Duration longestWait, boolean repeated) {
			throw new IllegalStateException("There is no such statement");
		}

	};

	/**
	 * Whether a statement is one of them.
	 * @param sql the statement
	 * @return whether it must be executed outside of a transaction
	 */
	boolean includes(String sql);

	/**
	 * Execute one of them: what an earlier, failed try has left is cleared away before,
	 * and what this one leaves if it fails behind it.
	 * @param connection a connection in autocommit mode
	 * @param statement the statement
	 * @param longestWait how long it may wait for other sessions, which it does not keep
	 * waiting; zero for as long as the session's own setting says
	 * @param repeated whether an earlier run may have executed it already
	 * @throws SQLException if the database refuses it, or what it made is not usable
	 */
	void execute(Connection connection, SqlStatement statement, Duration longestWait, boolean repeated)
			throws SQLException;

}
