package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.DropTable;
import dev.migrate.revision.Direction;
import dev.migrate.schema.QualifiedName;

/**
 * The table in which the statements of a revision are noted that a rollback does not take
 * back, until the revision is recorded as a whole. It is there only as long as it is
 * needed.
 */
final class Journal {

	private static final String STARTED = "started";

	private static final String DONE = "done";

	private final Dialect dialect;

	private final QualifiedName table;

	private final String name;

	private boolean exists;

	Journal(Dialect dialect, QualifiedName table, boolean exists) {
		this.dialect = dialect;
		this.table = table;
		this.name = dialect.identifiers().quote(table);
		this.exists = exists;
	}

	boolean exists() {
		return this.exists;
	}

	/**
	 * Read what is half done.
	 * @param connection the connection
	 * @return the entries in the order of their positions; none if there is no table
	 * @throws SQLException if the database fails
	 */
	List<JournalEntry> read(Connection connection) throws SQLException {
		List<JournalEntry> entries = new ArrayList<>();
		if (this.exists) {
			String sql = "SELECT revision, direction, position, statement, checksum, undo_sql, state FROM " + this.name
					+ " ORDER BY revision, position";
			try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
				while (rows.next()) {
					entries.add(new JournalEntry(rows.getString(1), Direction.of(rows.getString(2)), rows.getInt(3),
							rows.getString(4), rows.getString(5), rows.getString(6), DONE.equals(rows.getString(7))));
				}
			}
			catch (SQLException ex) {
				if (!this.dialect.isMissingTable(ex)) {
					throw ex;
				}
				// Somebody has just finished
				this.exists = false;
			}
		}
		return entries;
	}

	/**
	 * Look whether the table is still there, which a transaction may have created that
	 * was rolled back.
	 * @param connection the connection, in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void rolledBack(Connection connection) throws SQLException {
		read(connection);
	}

	/**
	 * Create the table, if it is missing.
	 * @param connection the connection
	 * @throws SQLException if the database fails
	 */
	void create(Connection connection) throws SQLException {
		if (!this.exists) {
			for (String sql : new VersionTables(this.dialect).createJournalTable(this.table)) {
				this.dialect.execute(connection, new SqlStatement(sql));
			}
			this.exists = true;
		}
	}

	void insert(Connection connection, JournalEntry entry) throws SQLException {
		create(connection);
		update(connection,
				"INSERT INTO " + this.name + " (revision, direction, position, statement, checksum, undo_sql, state)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?)",
				Arrays.asList(entry.revision(), entry.direction().id(), entry.position(), entry.statement(),
						entry.checksum(), entry.undo(), entry.finished() ? DONE : STARTED));
	}

	void finish(Connection connection, String revision, int position) throws SQLException {
		setState(connection, revision, position, DONE);
	}

	void doubt(Connection connection, String revision, int position) throws SQLException {
		setState(connection, revision, position, STARTED);
	}

	private void setState(Connection connection, String revision, int position, String state) throws SQLException {
		update(connection, "UPDATE " + this.name + " SET state = ? WHERE revision = ? AND position = ?",
				List.of(state, revision, position));
	}

	void delete(Connection connection, String revision, int position) throws SQLException {
		update(connection, "DELETE FROM " + this.name + " WHERE revision = ? AND position = ?",
				List.of(revision, position));
	}

	void clear(Connection connection, String revision) throws SQLException {
		update(connection, "DELETE FROM " + this.name + " WHERE revision = ?", List.of(revision));
	}

	/**
	 * Drop the table, if nothing is half done.
	 * @param connection a connection in autocommit mode
	 * @throws SQLException if the database fails
	 */
	void dropIfEmpty(Connection connection) throws SQLException {
		if (this.exists && read(connection).isEmpty() && this.exists) {
			for (SqlStatement statement : this.dialect.renderer()
				.render(new DropTable(this.table, false, false, null))) {
				this.dialect.execute(connection, statement);
			}
			this.exists = false;
		}
	}

	private static void update(Connection connection, String sql, List<? extends @Nullable Object> values)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.size(); i++) {
				if (values.get(i) instanceof Integer number) {
					statement.setInt(i + 1, number);
				}
				else {
					statement.setString(i + 1, (String) values.get(i));
				}
			}
			statement.executeUpdate();
		}
	}

}
