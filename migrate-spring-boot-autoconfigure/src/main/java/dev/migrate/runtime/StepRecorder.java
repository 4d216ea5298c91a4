package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.schema.QualifiedName;

/**
 * Records steps: changes the version rows by compare-and-set and adds to the history, by
 * one statement where the product can.
 */
final class StepRecorder {

	private final Dialect dialect;

	private final StepGate gate;

	private final RecordStatements statements;

	private final CommittingRecord committing;

	/**
	 * Create a recorder.
	 * @param dialect the product
	 * @param versionTable the version table
	 * @param historyTable the history table
	 * @param gate holds other migrators off
	 * @param transactions how many transactions will end with the record of a step
	 */
	StepRecorder(Dialect dialect, QualifiedName versionTable, QualifiedName historyTable, StepGate gate,
			int transactions) {
		this.dialect = dialect;
		this.gate = gate;
		this.statements = new RecordStatements(dialect, versionTable, historyTable, gate.condition());
		this.committing = new CommittingRecord(dialect, this.statements, historyTable, gate, transactions);
	}

	/**
	 * Record a step in the current transaction.
	 * @param connection the connection
	 * @param entry what to record
	 * @throws SQLException if the database fails
	 * @throws MigrationException if the version rows are not those that the step found
	 */
	void record(Connection connection, StepRecord entry) throws SQLException {
		if (this.dialect.dataModifyingCte()) {
			recordAtOnce(connection, entry);
		}
		else {
			recordOneByOne(connection, entry);
		}
	}

	/**
	 * Record a step, and commit the current transaction with it.
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
	void recordAndCommit(Connection connection, StepRecord entry, @Nullable LastStatement last, boolean repeatable)
			throws SQLException {
		if (this.committing.takes(connection, entry.step())) {
			this.committing.execute(connection, entry, last, repeatable);
			return;
		}
		record(connection, entry);
		connection.commit();
	}

	/**
	 * Whether the last statement of a step can be left to {@link #recordAndCommit}.
	 * @param connection the connection
	 * @param step the step, of which nothing must have been committed by itself, and
	 * which must not have failed in this run
	 * @param downgrade what is to be recorded of the way back, or {@code null}
	 * @return whether it can
	 * @throws SQLException if the connection is of no use
	 */
	boolean takesLastStatement(Connection connection, Step step, @Nullable String downgrade) throws SQLException {
		return this.committing.takesLastStatement(connection, step, downgrade);
	}

	/**
	 * Say that a revision may have changed the session.
	 */
	void sessionMayHaveChanged() {
		this.committing.sessionMayHaveChanged();
	}

	/**
	 * Leave nothing in the session.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void close(Connection connection) throws SQLException {
		this.committing.close(connection);
	}

	private void recordAtOnce(Connection connection, StepRecord entry) throws SQLException {
		Set<String> deleted = entry.step().deletedRows();
		Set<String> inserted = entry.step().insertedRows();
		if (deleted.size() == 1 && inserted.size() == 1) {
			move(connection, entry, inserted.iterator().next(), deleted.iterator().next());
			return;
		}
		List<String> changes = new ArrayList<>();
		if (!deleted.isEmpty()) {
			changes.add("deleted AS (" + this.statements.delete(deleted.size()) + " RETURNING 1)");
		}
		if (!inserted.isEmpty()) {
			changes.add("inserted AS (" + this.statements.insert(inserted.size()) + " RETURNING 1)");
		}
		changes.add("logged AS (" + this.statements.log() + " RETURNING 1)");
		String condition = this.gate.condition();
		String sql = "WITH " + String.join(", ", changes) + " SELECT "
				+ (deleted.isEmpty() ? "0" : "(SELECT count(*) FROM deleted)") + ", "
				+ ((condition != null) ? condition : "TRUE");
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int index = RecordStatements.setValues(statement, 1, deleted);
			index = RecordStatements.setValues(statement, index, inserted);
			RecordStatements.setValues(statement, index, this.statements.historyValues(entry));
			try (ResultSet result = statement.executeQuery()) {
				result.next();
				if (!result.getBoolean(2)) {
					this.gate.verify(connection);
				}
				requireCount(entry, deleted.size(), result.getInt(1));
			}
		}
		catch (SQLException ex) {
			throw duplicateRow(entry, ex);
		}
	}

	private void move(Connection connection, StepRecord entry, String to, String from) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.statements.move())) {
			RecordStatements.setValues(statement, 1, this.statements.moveValues(entry, to, from));
			int count = statement.executeUpdate();
			if (count != 1) {
				this.gate.verify(connection);
			}
			requireCount(entry, 1, count);
		}
		catch (SQLException ex) {
			throw duplicateRow(entry, ex);
		}
	}

	private void recordOneByOne(Connection connection, StepRecord entry) throws SQLException {
		int deleted = entry.step().deletedRows().size();
		try {
			for (SqlStatement change : this.statements.rowChanges(entry.step())) {
				int count = update(connection, change);
				// The first change takes the rows away that the plan found
				if (deleted > 0) {
					requireCount(entry, deleted, count);
					deleted = 0;
				}
			}
		}
		catch (SQLException ex) {
			throw duplicateRow(entry, ex);
		}
		update(connection, this.statements.historyEntry(entry));
	}

	private static int update(Connection connection, SqlStatement change) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(change.text())) {
			RecordStatements.setValues(statement, 1, change.parameters());
			return statement.executeUpdate();
		}
	}

	private static void requireCount(StepRecord entry, int expected, int actual) {
		if (actual != expected) {
			throw concurrentChange(entry, null);
		}
	}

	private SQLException duplicateRow(StepRecord entry, SQLException ex) {
		if (this.dialect.isDuplicateKey(ex)) {
			throw concurrentChange(entry, ex);
		}
		return ex;
	}

	static MigrationException concurrentChange(StepRecord entry, @Nullable Throwable cause) {
		return new MigrationException(Kind.CONCURRENT_CHANGE,
				"The version rows %s were changed by someone else while revision %s was being executed"
					.formatted(entry.step().deletedRows(), entry.step().revision().id()),
				"nothing of it was kept: find out who else migrates this database, then start again", cause);
	}

}
