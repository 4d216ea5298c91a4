package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.schema.QualifiedName;

/**
 * Records steps: changes the version rows by compare-and-set and adds to the history, by
 * one statement where the product can.
 */
final class StepRecorder {

	private static final String HISTORY_COLUMNS = " (revision, down_revision, direction, message, checksum, applied_at, "
			+ "applied_by, duration_ms, downgrade_sql)";

	private static final String DIVISION_BY_ZERO = "22012";

	private static final int FEWEST_TRANSACTIONS_TO_KEEP_A_STATEMENT = 10;

	private final Dialect dialect;

	private final String versionTable;

	private final String historyTable;

	private final String historyValues;

	private final StepGate gate;

	private final CommittingStatement moveAndCommit;

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
		this.versionTable = dialect.identifiers().quote(versionTable);
		this.historyTable = dialect.identifiers().quote(historyTable);
		this.historyValues = historyValues("?");
		// The condition names the session; to have a server keep something takes messages
		boolean keeps = gate.condition() != null && transactions >= FEWEST_TRANSACTIONS_TO_KEEP_A_STATEMENT;
		this.moveAndCommit = new CommittingStatement(dialect, strictMove(), keeps);
	}

	private String historyValues(String duration) {
		return "?, ?, ?, ?, ?, " + this.dialect.currentTimestampExpression() + ", "
				+ this.dialect.currentUserExpression() + ", " + duration + ", ?";
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
	 * @param repeatable whether nothing of the step stays if its transaction is rolled
	 * back
	 * @throws ForgottenStatementException if the step, which is repeatable then, is to be
	 * executed again
	 * @throws SQLException if the database fails
	 * @throws MigrationException if the version rows are not those that the step found
	 */
	void recordAndCommit(Connection connection, StepRecord entry, boolean repeatable) throws SQLException {
		Set<String> deleted = entry.step().deletedRows();
		Set<String> inserted = entry.step().insertedRows();
		if (this.dialect.commitsBehindStatement(connection) && deleted.size() == 1 && inserted.size() == 1) {
			moveAndCommit(connection, entry, inserted.iterator().next(), deleted.iterator().next(), repeatable);
			return;
		}
		record(connection, entry);
		connection.commit();
	}

	private void moveAndCommit(Connection connection, StepRecord entry, String to, String from, boolean repeatable)
			throws SQLException {
		List<@Nullable Object> values = new ArrayList<>(List.of(to, from));
		values.addAll(historyValues(entry));
		try {
			this.moveAndCommit.execute(connection, values, repeatable);
		}
		catch (ForgottenStatementException ex) {
			requireLock(connection);
			throw ex;
		}
		catch (SQLException ex) {
			if (DIVISION_BY_ZERO.equals(ex.getSQLState())) {
				requireLock(connection);
				throw concurrentChange(entry, ex);
			}
			throw duplicateRow(entry, ex);
		}
	}

	private void requireLock(Connection connection) throws SQLException {
		connection.rollback();
		this.gate.verify(connection);
	}

	/**
	 * The number of changed rows would come only with the end of the transaction, so a
	 * wrong one has to be an error that prevents that.
	 */
	private String strictMove() {
		return "WITH moved AS (" + conditionalMove() + " RETURNING 1) INSERT INTO " + this.historyTable
				+ HISTORY_COLUMNS + " SELECT " + historyValues("? / (SELECT count(*) FROM moved)");
	}

	private String conditionalMove() {
		return (this.gate.condition() != null) ? move() + " AND " + this.gate.condition() : move();
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

	private void recordAtOnce(Connection connection, StepRecord entry) throws SQLException {
		Set<String> deleted = entry.step().deletedRows();
		Set<String> inserted = entry.step().insertedRows();
		if (deleted.size() == 1 && inserted.size() == 1) {
			move(connection, entry, inserted, deleted);
			return;
		}
		List<String> changes = new ArrayList<>();
		if (!deleted.isEmpty()) {
			changes.add("deleted AS (" + delete(deleted.size()) + " RETURNING 1)");
		}
		if (!inserted.isEmpty()) {
			changes.add("inserted AS (" + insert(inserted.size()) + " RETURNING 1)");
		}
		changes.add("logged AS (" + logged() + " RETURNING 1)");
		String condition = this.gate.condition();
		String sql = "WITH " + String.join(", ", changes) + " SELECT "
				+ (deleted.isEmpty() ? "0" : "(SELECT count(*) FROM deleted)") + ", "
				+ ((condition != null) ? condition : "TRUE");
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int index = setValues(statement, 1, deleted);
			index = setValues(statement, index, inserted);
			setValues(statement, index, historyValues(entry));
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

	/** What nearly every step does, as cheaply as it can be said. */
	private void move(Connection connection, StepRecord entry, Set<String> to, Set<String> from) throws SQLException {
		String sql = "WITH moved AS (" + conditionalMove() + " RETURNING 1) INSERT INTO " + this.historyTable
				+ HISTORY_COLUMNS + " SELECT " + this.historyValues + " FROM moved";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int index = setValues(statement, setValues(statement, 1, to), from);
			setValues(statement, index, historyValues(entry));
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
			for (SqlStatement change : rowChanges(entry.step())) {
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
		update(connection, historyEntry(entry));
	}

	/**
	 * The statements that record a step one after the other.
	 * @param entry what to record
	 * @return the statements, with parameters
	 */
	List<SqlStatement> statements(StepRecord entry) {
		List<SqlStatement> statements = new ArrayList<>(rowChanges(entry.step()));
		statements.add(historyEntry(entry));
		return statements;
	}

	private List<SqlStatement> rowChanges(Step step) {
		List<String> deleted = List.copyOf(step.deletedRows());
		List<String> inserted = List.copyOf(step.insertedRows());
		if (deleted.size() == 1 && inserted.size() == 1) {
			return List.of(statement(move(), List.of(inserted.get(0), deleted.get(0))));
		}
		List<SqlStatement> changes = new ArrayList<>();
		if (!deleted.isEmpty()) {
			changes.add(statement(delete(deleted.size()), deleted));
		}
		if (!inserted.isEmpty()) {
			changes.add(statement(insert(inserted.size()), inserted));
		}
		return changes;
	}

	private SqlStatement historyEntry(StepRecord entry) {
		return statement(logged(), historyValues(entry));
	}

	private String move() {
		return "UPDATE " + this.versionTable + " SET version_num = ? WHERE version_num = ?";
	}

	private String logged() {
		return "INSERT INTO " + this.historyTable + HISTORY_COLUMNS + " VALUES (" + this.historyValues + ")";
	}

	private static SqlStatement statement(String sql, List<? extends @Nullable Object> parameters) {
		return new SqlStatement(sql, 0, null, new ArrayList<>(parameters));
	}

	private static int update(Connection connection, SqlStatement change) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(change.text())) {
			setValues(statement, 1, change.parameters());
			return statement.executeUpdate();
		}
	}

	private String delete(int rows) {
		return "DELETE FROM " + this.versionTable + " WHERE version_num IN ("
				+ String.join(", ", Collections.nCopies(rows, "?")) + ")";
	}

	private String insert(int rows) {
		return "INSERT INTO " + this.versionTable + " (version_num) VALUES "
				+ String.join(", ", Collections.nCopies(rows, "(?)"));
	}

	static int setValues(PreparedStatement statement, int index, Iterable<? extends @Nullable Object> values)
			throws SQLException {
		int next = index;
		for (Object value : values) {
			if (value instanceof Long number) {
				statement.setLong(next++, number);
			}
			else {
				statement.setString(next++, (String) value);
			}
		}
		return next;
	}

	private static List<@Nullable Object> historyValues(StepRecord entry) {
		Revision revision = entry.step().revision();
		return Arrays.asList(revision.id(), String.join(",", revision.downRevisions()), entry.step().direction().id(),
				revision.message(), entry.checksum(), entry.durationMs(), entry.downgradeSql());
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

	private static MigrationException concurrentChange(StepRecord entry, @Nullable Throwable cause) {
		return new MigrationException(Kind.CONCURRENT_CHANGE,
				"The version rows %s were changed by someone else while revision %s was being executed"
					.formatted(entry.step().deletedRows(), entry.step().revision().id()),
				"nothing of it was kept: find out who else migrates this database, then start again", cause);
	}

}
