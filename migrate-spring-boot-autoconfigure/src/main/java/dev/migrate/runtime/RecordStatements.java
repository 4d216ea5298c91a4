package dev.migrate.runtime;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.schema.QualifiedName;

/**
 * The statements that record a step: what they say, and the values of their parameters.
 */
final class RecordStatements {

	private static final String HISTORY_COLUMNS = " (revision, down_revision, direction, message, checksum, applied_at, "
			+ "applied_by, duration_ms, downgrade_sql)";

	/** In the message of an error that a missing version row makes. */
	private static final String MISSING_ROW = "migrate: no version row ";

	/** The standard's {@code cardinality violation}: several rows where one is meant. */
	private static final String SEVERAL_ROWS = "21000";

	private final Dialect dialect;

	private final String versionTable;

	private final String historyTable;

	private final @Nullable String condition;

	/**
	 * Create the statements.
	 * @param dialect the product
	 * @param versionTable the version table
	 * @param historyTable the history table
	 * @param condition what must hold for version rows to be moved, or {@code null}
	 */
	RecordStatements(Dialect dialect, QualifiedName versionTable, QualifiedName historyTable,
			@Nullable String condition) {
		this.dialect = dialect;
		this.versionTable = dialect.identifiers().quote(versionTable);
		this.historyTable = dialect.identifiers().quote(historyTable);
		this.condition = condition;
	}

	/**
	 * What nearly every step does, as cheaply as it can be said.
	 * @return a statement that adds to the history if it has moved a row
	 */
	String move() {
		return "WITH moved AS (" + conditionalUpdate() + " RETURNING 1) INSERT INTO " + this.historyTable
				+ HISTORY_COLUMNS + " SELECT " + historyExpressions("?") + " FROM moved";
	}

	/**
	 * The same for a transaction that ends with it. The number of changed rows would come
	 * only with that end, so anything but one has to be an error that prevents it. The
	 * timestamp in the message keeps the server from evaluating the cast when it plans.
	 * @return the statement
	 */
	String strictMove() {
		String duration = "GREATEST(?, CASE WHEN ? THEN " + this.dialect.transactionMillisExpression() + " END)";
		String one = "COALESCE((SELECT 1 FROM moved), CAST('" + MISSING_ROW + "' || "
				+ this.dialect.currentTimestampExpression() + " AS bigint))";
		return "WITH moved AS (" + conditionalUpdate() + " RETURNING 1) INSERT INTO " + this.historyTable
				+ HISTORY_COLUMNS + " SELECT " + historyExpressions(duration + " * " + one);
	}

	/**
	 * Whether {@link #strictMove()} has failed because it did not find the row.
	 * @param ex the failure
	 * @return whether it has, in whichever language the message is
	 */
	static boolean isMissingRow(SQLException ex) {
		return String.valueOf(ex.getMessage()).contains(MISSING_ROW);
	}

	/**
	 * Whether {@link #strictMove()} may have failed because it has found several rows, in
	 * a table without its key.
	 * @param ex the failure
	 * @return whether a query that should have given one row gave several
	 */
	static boolean isSeveralRows(SQLException ex) {
		return SEVERAL_ROWS.equals(ex.getSQLState());
	}

	/**
	 * The values of the parameters of {@link #move()}.
	 * @param entry what to record
	 * @param to the new row
	 * @param from the old row
	 * @return the values, in order
	 */
	List<@Nullable Object> moveValues(StepRecord entry, String to, String from) {
		List<@Nullable Object> values = new ArrayList<>(List.of(to, from));
		values.addAll(historyValues(entry));
		return values;
	}

	/**
	 * The values of the parameters of {@link #strictMove()}.
	 * @param entry what to record
	 * @param to the new row
	 * @param from the old row
	 * @param open whether the step takes until it is recorded, and has a transaction of
	 * its own
	 * @return the values, in order
	 */
	List<@Nullable Object> strictMoveValues(StepRecord entry, String to, String from, boolean open) {
		List<@Nullable Object> values = moveValues(entry, to, from);
		values.add(values.size() - 1, open);
		return values;
	}

	private String conditionalUpdate() {
		return (this.condition != null) ? update() + " AND " + this.condition : update();
	}

	private String update() {
		return "UPDATE " + this.versionTable + " SET version_num = ? WHERE version_num = ?";
	}

	String delete(int rows) {
		return "DELETE FROM " + this.versionTable + where(rows);
	}

	String select(int rows) {
		return "SELECT version_num FROM " + this.versionTable + where(rows);
	}

	private static String where(int rows) {
		return " WHERE version_num IN (" + String.join(", ", Collections.nCopies(rows, "?")) + ")";
	}

	String insert(int rows) {
		return "INSERT INTO " + this.versionTable + " (version_num) VALUES "
				+ String.join(", ", Collections.nCopies(rows, "(?)"));
	}

	String log() {
		return "INSERT INTO " + this.historyTable + HISTORY_COLUMNS + " VALUES (" + historyExpressions("?") + ")";
	}

	private String historyExpressions(String duration) {
		return "?, ?, ?, ?, ?, " + this.dialect.currentTimestampExpression() + ", "
				+ this.dialect.currentUserExpression() + ", " + duration + ", ?";
	}

	/**
	 * The values of the parameters of {@link #log()}.
	 * @param entry what to record
	 * @return the values, in order
	 */
	List<@Nullable Object> historyValues(StepRecord entry) {
		Revision revision = entry.step().revision();
		return Arrays.asList(revision.id(), String.join(",", revision.downRevisions()), entry.step().direction().id(),
				revision.message(), entry.checksum(), entry.durationMs(), entry.downgradeSql());
	}

	/**
	 * The changes of the version rows, the first of which takes those away that the plan
	 * found.
	 * @param step the step
	 * @return the statements, with parameters
	 */
	List<SqlStatement> rowChanges(Step step) {
		List<String> deleted = List.copyOf(step.deletedRows());
		List<String> inserted = List.copyOf(step.insertedRows());
		if (deleted.size() == 1 && inserted.size() == 1) {
			return List.of(statement(update(), List.of(inserted.get(0), deleted.get(0))));
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

	/**
	 * The new entry of the history.
	 * @param entry what to record
	 * @return the statement, with parameters
	 */
	SqlStatement historyEntry(StepRecord entry) {
		return statement(log(), historyValues(entry));
	}

	/**
	 * All that records a step, one statement after the other.
	 * @param entry what to record
	 * @return the statements, with parameters
	 */
	List<SqlStatement> all(StepRecord entry) {
		List<SqlStatement> statements = new ArrayList<>(rowChanges(entry.step()));
		statements.add(historyEntry(entry));
		return statements;
	}

	private static SqlStatement statement(String sql, List<? extends @Nullable Object> parameters) {
		return new SqlStatement(sql, 0, null, new ArrayList<>(parameters));
	}

	/**
	 * Set the values of parameters.
	 * @param statement the statement
	 * @param index the number of the first of them, from 1
	 * @param values the values
	 * @return the number of the next parameter
	 * @throws SQLException if the statement does not take them
	 */
	static int setValues(PreparedStatement statement, int index, Iterable<? extends @Nullable Object> values)
			throws SQLException {
		int next = index;
		for (Object value : values) {
			if (value instanceof Long number) {
				statement.setLong(next++, number);
			}
			else if (value instanceof Boolean flag) {
				statement.setBoolean(next++, flag);
			}
			else {
				statement.setString(next++, (String) value);
			}
		}
		return next;
	}

}
