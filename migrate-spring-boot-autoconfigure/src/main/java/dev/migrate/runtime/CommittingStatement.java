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
 * Where it is executed often, in one session, the server keeps it. To read and plan it
 * takes the server longer than to execute it, and what the driver itself has prepared it
 * forgets at each DDL statement.
 */
final class CommittingStatement {

	private final Dialect dialect;

	private final String sql;

	private boolean keeps;

	private @Nullable SessionStatement kept;

	/**
	 * Create a statement.
	 * @param dialect the product
	 * @param sql the statement, with parameter markers
	 * @param keeps whether the server shall keep it, if it can
	 */
	CommittingStatement(Dialect dialect, String sql, boolean keeps) {
		this.dialect = dialect;
		this.sql = sql;
		this.keeps = keeps;
	}

	/**
	 * Execute the statement and commit the present transaction.
	 * @param connection the connection
	 * @param values the values of the parameters
	 * @param repeatable whether what the transaction has done may be done again, should
	 * it fail because the session has forgotten the statement
	 * @throws ForgottenStatementException if it does: either it is another session, or it
	 * was told to; further executions do without what the server keeps
	 * @throws SQLException if the statement fails, and the transaction with it
	 */
	void execute(Connection connection, List<? extends @Nullable Object> values, boolean repeatable)
			throws SQLException {
		if (this.keeps && repeatable) {
			executeKept(connection, values);
		}
		else {
			executeUnkept(connection, values);
		}
		// The driver learns from the server that there is nothing to commit any more
		connection.commit();
	}

	private void executeKept(Connection connection, List<? extends @Nullable Object> values) throws SQLException {
		SessionStatement statement = this.kept;
		String preparation = "";
		if (statement == null) {
			statement = this.dialect.sessionStatement(connection, this.sql);
			if (statement == null) {
				this.keeps = false;
				executeUnkept(connection, values);
				return;
			}
			preparation = statement.preparation() + "; ";
			this.kept = statement;
			// Unless it succeeds, nobody knows whether the server has it
			this.keeps = false;
		}
		try {
			this.dialect.execute(connection, new SqlStatement(preparation + statement.execution(values) + "; COMMIT"));
			this.keeps = true;
		}
		catch (SQLException ex) {
			if (statement.isMissing(ex)) {
				this.keeps = false;
				throw new ForgottenStatementException(ex);
			}
			throw ex;
		}
	}

	private void executeUnkept(Connection connection, List<? extends @Nullable Object> values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.sql + "; COMMIT")) {
			StepRecorder.setValues(statement, 1, values);
			statement.execute();
		}
	}

	/**
	 * Do without what the server keeps from now on: the session may be told, or was told,
	 * to forget it.
	 */
	void forget() {
		this.keeps = false;
	}

	/**
	 * Leave nothing of the statement in the session.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void close(Connection connection) throws SQLException {
		if (this.kept != null) {
			this.kept.close(connection);
		}
	}

}
