package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Step;
import dev.migrate.schema.QualifiedName;

/**
 * Records a step that turns one version row into another, as nearly every step does, and
 * commits, by one message. In a long run it takes the last statement of the step with it.
 */
final class CommittingRecord {

	/** In characters: a driver that has more to write does not read meanwhile. */
	private static final int LONGEST_DOWNGRADE_BEHIND_A_STATEMENT = 16_000;

	private static final int FEWEST_TRANSACTIONS_TO_KEEP_A_STATEMENT = 10;

	private final Dialect dialect;

	private final RecordStatements statements;

	private final StepGate gate;

	private final CommittingStatement moveAndCommit;

	/**
	 * Create a recorder of such steps.
	 * @param dialect the product
	 * @param statements what it says
	 * @param historyTable where it adds to
	 * @param gate holds other migrators off
	 * @param transactions how many transactions will end with the record of a step
	 */
	CommittingRecord(Dialect dialect, RecordStatements statements, QualifiedName historyTable, StepGate gate,
			int transactions) {
		this.dialect = dialect;
		this.statements = statements;
		this.gate = gate;
		// The condition names the session; to have a server keep something takes messages
		boolean keeps = gate.condition() != null && transactions >= FEWEST_TRANSACTIONS_TO_KEEP_A_STATEMENT;
		this.moveAndCommit = new CommittingStatement(dialect, statements.strictMove(), historyTable, keeps);
	}

	/**
	 * Whether steps of this kind are recorded by one message with their commit.
	 * @param connection the connection
	 * @param step the step
	 * @return whether it is
	 * @throws SQLException if the connection is of no use
	 */
	boolean takes(Connection connection, Step step) throws SQLException {
		return step.deletedRows().size() == 1 && step.insertedRows().size() == 1
				&& this.dialect.commitsBehindStatement(connection);
	}

	/**
	 * Whether that message can begin with the last statement of the step: so it is where
	 * the server keeps what records it.
	 * @param connection the connection
	 * @param step the step
	 * @param downgrade what is to be recorded of the way back, or {@code null}
	 * @return whether it can
	 * @throws SQLException if the connection is of no use
	 */
	boolean takesLastStatement(Connection connection, Step step, @Nullable String downgrade) throws SQLException {
		return this.moveAndCommit.isKept()
				&& (downgrade == null || downgrade.length() <= LONGEST_DOWNGRADE_BEHIND_A_STATEMENT)
				&& takes(connection, step);
	}

	/**
	 * Record a step and commit the current transaction.
	 * @param connection the connection
	 * @param entry what to record
	 * @param last the statement of the step that is not executed yet, or {@code null}
	 * @param repeatable whether nothing of the step stays if its transaction is rolled
	 * back
	 * @throws RepeatStepException if the step, which is repeatable then, is to be
	 * executed again
	 * @throws StatementException if the last statement of the step fails
	 * @throws SQLException if the database fails
	 * @throws MigrationException if the version rows are not those that the step found
	 */
	void execute(Connection connection, StepRecord entry, @Nullable LastStatement last, boolean repeatable)
			throws SQLException {
		String to = entry.step().insertedRows().iterator().next();
		String from = entry.step().deletedRows().iterator().next();
		List<@Nullable Object> values = this.statements.strictMoveValues(entry, to, from, last != null);
		try {
			if (last != null) {
				this.moveAndCommit.executeBehind(connection, last.statement(), values);
			}
			else {
				this.moveAndCommit.execute(connection, values, repeatable);
			}
		}
		catch (RepeatStepException ex) {
			requireLock(connection, ex);
			throw ex;
		}
		catch (SQLException ex) {
			if (last != null) {
				requireReached(connection, last, ex);
			}
			if (RecordStatements.isMissingRow(ex)) {
				requireLock(connection, ex);
				throw StepRecorder.concurrentChange(entry, ex);
			}
			// A deferred constraint or trigger that fails at the commit looks the same
			if ((this.dialect.isDuplicateKey(ex) || RecordStatements.isSeveralRows(ex))
					&& haveRowsChanged(connection, to, from, ex)) {
				requireLock(connection, ex);
				throw StepRecorder.concurrentChange(entry, ex);
			}
			throw ex;
		}
	}

	/** It is the last statement that has failed, unless what is behind it was begun. */
	private void requireReached(Connection connection, LastStatement last, SQLException failure) throws SQLException {
		if (!this.dialect.isSessionLost(failure)) {
			Boolean reached = this.moveAndCommit.wasReached(connection);
			if (reached == null) {
				throw new RepeatStepException(failure);
			}
			if (reached) {
				return;
			}
		}
		throw new StatementException(last.statement(), last.place(), failure);
	}

	private void requireLock(Connection connection, SQLException failure) throws SQLException {
		try {
			connection.rollback();
			this.gate.verify(connection);
		}
		catch (SQLException ex) {
			ex.addSuppressed(failure);
			throw ex;
		}
	}

	private boolean haveRowsChanged(Connection connection, String to, String from, SQLException failure) {
		try {
			connection.rollback();
			return !rows(connection, to, from).equals(List.of(from));
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
			return false;
		}
	}

	private List<String> rows(Connection connection, String to, String from) throws SQLException {
		List<String> found = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(this.statements.select(2))) {
			RecordStatements.setValues(statement, 1, List.of(to, from));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					found.add(rows.getString(1));
				}
			}
		}
		return found;
	}

	/**
	 * Say that a revision may have changed the session.
	 */
	void sessionMayHaveChanged() {
		this.moveAndCommit.forget();
	}

	/**
	 * Leave nothing in the session.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void close(Connection connection) throws SQLException {
		this.moveAndCommit.close(connection);
	}

}
