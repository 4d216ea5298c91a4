package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionStatement;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.schema.QualifiedName;

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

	private final QualifiedName table;

	private boolean keeps;

	private @Nullable SessionStatement kept;

	/**
	 * Create a statement.
	 * @param dialect the product
	 * @param sql the statement, with parameter markers, which adds a row to a table
	 * @param table the table
	 * @param keeps whether the server shall keep it, if it can
	 */
	CommittingStatement(Dialect dialect, String sql, QualifiedName table, boolean keeps) {
		this.dialect = dialect;
		this.sql = sql;
		this.table = table;
		this.keeps = keeps;
	}

	/**
	 * Execute the statement and commit the present transaction.
	 * @param connection the connection
	 * @param values the values of the parameters
	 * @param repeatable whether what the transaction has done may be done again, should
	 * it fail because the session has forgotten the statement
	 * @throws RepeatStepException if it does: either it is another session, or it was
	 * told to; further executions do without what the server keeps
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
			statement = this.dialect.sessionStatement(connection, this.sql, this.table);
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
		send(connection, preparation, statement, values);
		this.keeps = true;
	}

	/**
	 * Whether the server keeps the statement now.
	 * @return whether it does, as far as is known
	 */
	boolean isKept() {
		return this.keeps && this.kept != null;
	}

	/**
	 * Execute another statement, then this one, which the server keeps, and commit the
	 * present transaction.
	 * @param connection the connection
	 * @param first the other statement, without parameters
	 * @param values the values of the parameters
	 * @throws RepeatStepException if one of them fails because the session has forgotten
	 * a statement; further executions do without what the server keeps
	 * @throws SQLException if one of them fails, and the transaction with it
	 */
	void executeBehind(Connection connection, SqlStatement first, List<? extends @Nullable Object> values)
			throws SQLException {
		SessionStatement statement = Objects.requireNonNull(this.kept);
		// A comment may be the last that it has
		send(connection, first.text() + "\n;\n", statement, values);
		connection.commit();
	}

	private void send(Connection connection, String before, SessionStatement statement,
			List<? extends @Nullable Object> values) throws SQLException {
		try {
			this.dialect.execute(connection, new SqlStatement(before + statement.execution(values) + "; COMMIT"));
		}
		catch (SQLException ex) {
			if (statement.isMissing(ex)) {
				this.keeps = false;
				throw new RepeatStepException(ex);
			}
			throw ex;
		}
	}

	/**
	 * Whether the last execution behind another statement was begun, before the message
	 * failed. Another execution must not have failed in the same session since the last
	 * one that did not.
	 * @param connection the connection, whose transaction is rolled back
	 * @return whether it was, {@code null} if the session does not tell
	 */
	@Nullable Boolean wasReached(Connection connection) {
		try {
			connection.rollback();
			return Objects.requireNonNull(this.kept).wasExecuted(connection);
		}
		catch (SQLException ex) {
			return null;
		}
	}

	private void executeUnkept(Connection connection, List<? extends @Nullable Object> values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.sql + "; COMMIT")) {
			RecordStatements.setValues(statement, 1, values);
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
