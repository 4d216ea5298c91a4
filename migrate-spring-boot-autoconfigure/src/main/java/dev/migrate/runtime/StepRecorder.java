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
import dev.migrate.revision.Revision;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.schema.QualifiedName;

/**
 * Records steps: changes the version rows by compare-and-set and adds to the history, by
 * one statement where the product can.
 */
final class StepRecorder {

	private static final String HISTORY_COLUMNS = " (revision, down_revision, direction, message, checksum, applied_at, "
			+ "applied_by, duration_ms, downgrade_sql) VALUES (?, ?, ?, ?, ?, CURRENT_TIMESTAMP, CURRENT_USER, ?, ?)";

	private final Dialect dialect;

	private final String versionTable;

	private final String historyTable;

	StepRecorder(Dialect dialect, QualifiedName versionTable, QualifiedName historyTable) {
		this.dialect = dialect;
		this.versionTable = dialect.identifiers().quote(versionTable);
		this.historyTable = dialect.identifiers().quote(historyTable);
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

	private void recordAtOnce(Connection connection, StepRecord entry) throws SQLException {
		Set<String> deleted = entry.step().deletedRows();
		Set<String> inserted = entry.step().insertedRows();
		List<String> changes = new ArrayList<>();
		if (!deleted.isEmpty()) {
			changes.add("deleted AS (" + delete(deleted.size()) + " RETURNING 1)");
		}
		if (!inserted.isEmpty()) {
			changes.add("inserted AS (" + insert(inserted.size()) + " RETURNING 1)");
		}
		changes.add("logged AS (INSERT INTO " + this.historyTable + HISTORY_COLUMNS + " RETURNING 1)");
		String sql = "WITH " + String.join(", ", changes) + " SELECT "
				+ (deleted.isEmpty() ? "0" : "(SELECT count(*) FROM deleted)");
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int index = setRows(statement, 1, deleted);
			index = setRows(statement, index, inserted);
			setHistory(statement, index, entry);
			try (ResultSet result = statement.executeQuery()) {
				result.next();
				requireCount(entry, deleted.size(), result.getInt(1));
			}
		}
		catch (SQLException ex) {
			throw duplicateRow(entry, ex);
		}
	}

	private void recordOneByOne(Connection connection, StepRecord entry) throws SQLException {
		List<String> deleted = List.copyOf(entry.step().deletedRows());
		List<String> inserted = List.copyOf(entry.step().insertedRows());
		try {
			if (deleted.size() == 1 && inserted.size() == 1) {
				String update = "UPDATE " + this.versionTable + " SET version_num = ? WHERE version_num = ?";
				requireCount(entry, 1, change(connection, update, List.of(inserted.get(0), deleted.get(0))));
			}
			else {
				if (!deleted.isEmpty()) {
					requireCount(entry, deleted.size(), change(connection, delete(deleted.size()), deleted));
				}
				if (!inserted.isEmpty()) {
					change(connection, insert(inserted.size()), inserted);
				}
			}
		}
		catch (SQLException ex) {
			throw duplicateRow(entry, ex);
		}
		try (PreparedStatement statement = connection
			.prepareStatement("INSERT INTO " + this.historyTable + HISTORY_COLUMNS)) {
			setHistory(statement, 1, entry);
			statement.executeUpdate();
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

	private static int change(Connection connection, String sql, List<String> parameters) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			setRows(statement, 1, parameters);
			return statement.executeUpdate();
		}
	}

	private static int setRows(PreparedStatement statement, int index, Iterable<String> rows) throws SQLException {
		int next = index;
		for (String row : rows) {
			statement.setString(next++, row);
		}
		return next;
	}

	private static void setHistory(PreparedStatement statement, int index, StepRecord entry) throws SQLException {
		Revision revision = entry.step().revision();
		List<@Nullable String> texts = Arrays.asList(revision.id(), String.join(",", revision.downRevisions()),
				entry.step().direction().id(), revision.message(), entry.checksum());
		for (int i = 0; i < texts.size(); i++) {
			statement.setString(index + i, texts.get(i));
		}
		statement.setLong(index + texts.size(), entry.durationMs());
		statement.setString(index + texts.size() + 1, entry.downgradeSql());
	}

	private static void requireCount(StepRecord entry, int expected, int actual) {
		if (actual != expected) {
			throw concurrentChange(entry, null);
		}
	}

	private static SQLException duplicateRow(StepRecord entry, SQLException ex) {
		if ("23505".equals(ex.getSQLState())) {
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
