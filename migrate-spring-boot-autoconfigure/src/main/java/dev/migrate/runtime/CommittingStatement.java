package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionStatement;
import dev.migrate.dialect.SqlStatement;

/**
 * A statement that ends transaction after transaction: it is sent with a {@code COMMIT}
 * behind it, in one message.
 * <p>
 * In a session of its own the run has the server keep it. To read and plan it takes the
 * server longer than to execute it, and what the driver itself has prepared it forgets at
 * each DDL statement.
 */
final class CommittingStatement {

	private final Dialect dialect;

	private final String sql;

	private final @Nullable SessionStatement kept;

	private boolean prepared;

	private boolean lost;

	/**
	 * Create a statement.
	 * @param dialect the product
	 * @param sql the statement, with parameter markers
	 * @param ownSession whether each execution is meant for the same session
	 */
	CommittingStatement(Dialect dialect, String sql, boolean ownSession) {
		this.dialect = dialect;
		this.sql = sql;
		this.kept = ownSession ? dialect.sessionStatement(sql) : null;
	}

	/**
	 * Execute the statement and commit the present transaction.
	 * @param connection the connection
	 * @param values the values of the parameters
	 * @throws SQLException if the statement fails, and the transaction with it
	 */
	void execute(Connection connection, List<? extends @Nullable Object> values) throws SQLException {
		if (this.kept == null || this.lost) {
			executeUnkept(connection, values);
		}
		else {
			if (!this.prepared) {
				this.kept.prepare(connection);
				this.prepared = true;
			}
			this.dialect.execute(connection, new SqlStatement(this.kept.execution(values) + "; COMMIT"));
		}
		// The driver learns from the server that there is nothing to commit any more
		connection.commit();
	}

	private void executeUnkept(Connection connection, List<? extends @Nullable Object> values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.sql + "; COMMIT")) {
			StepRecorder.setValues(statement, 1, values);
			statement.execute();
		}
	}

	/**
	 * Say that the session may have been told to forget what it kept.
	 */
	void sessionMayHaveChanged() {
		this.lost = true;
	}

	/**
	 * Whether the execution failed because the session does not know the statement.
	 * @param ex the failure
	 * @return whether it is another session, or it was told to forget it
	 */
	boolean isMissing(SQLException ex) {
		return this.kept != null && !this.lost && this.kept.isMissing(ex);
	}

	/**
	 * Leave nothing of the statement in the session.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void close(Connection connection) throws SQLException {
		if (this.kept != null && this.prepared) {
			this.kept.close(connection);
		}
	}

}
