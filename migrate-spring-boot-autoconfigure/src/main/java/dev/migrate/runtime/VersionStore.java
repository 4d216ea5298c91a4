package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.revision.Direction;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.schema.QualifiedName;

/**
 * The version table and the history of a database: reads and creates them. Steps are
 * recorded by {@link StepRecorder}.
 */
final class VersionStore {

	private final Dialect dialect;

	private final RuntimeSettings settings;

	VersionStore(Dialect dialect, RuntimeSettings settings) {
		this.dialect = dialect;
		this.settings = settings;
	}

	/**
	 * Read where the database stands: by one statement, if it has the tables.
	 * @param connection a connection in autocommit mode
	 * @return the position
	 * @throws SQLException if the database fails
	 */
	Position read(Connection connection) throws SQLException {
		return new PositionReader(connection, this.dialect, this.settings).read();
	}

	/**
	 * Read again where the database stands, most likely where it stood before.
	 * @param connection a connection in autocommit mode
	 * @param seen where it stood before
	 * @return the position
	 * @throws SQLException if the database fails
	 */
	Position readAgain(Connection connection, Position seen) throws SQLException {
		PositionReader reader = new PositionReader(connection, this.dialect, this.settings);
		return (seen.versioned() && seen.logged()) ? reader.read() : reader.readOneByOne();
	}

	/**
	 * Create the tables that the database lacks, both or none where DDL takes part in
	 * transactions.
	 * @param connection the connection, in autocommit mode
	 * @param position where the database stands
	 * @throws SQLException if the database fails
	 */
	void createTables(Connection connection, Position position) throws SQLException {
		if (!position.versioned() || !position.logged()) {
			connection.setAutoCommit(false);
			try {
				createAndCommit(connection, missingTables(position.versioned(), position.logged(), position));
			}
			catch (SQLException ex) {
				createRest(connection, position, ex);
			}
			connection.setAutoCommit(true);
		}
	}

	/**
	 * Go on where another application, which has another version table and so another
	 * lock, has created the history that both share in the meantime.
	 */
	private void createRest(Connection connection, Position position, SQLException failure) throws SQLException {
		boolean another;
		try {
			connection.rollback();
			connection.setAutoCommit(true);
			Position now = read(connection);
			another = now.logged() && !position.logged();
			if (another) {
				createTables(connection, now);
			}
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
			throw failure;
		}
		if (!another) {
			throw failure;
		}
	}

	/**
	 * Create the tables that the database lacks now, also if another application creates
	 * the history, which both share, at the same moment.
	 * @param connection the connection, in a transaction
	 * @param position where the database stood before
	 * @throws SQLException if the database fails
	 */
	void createMissingTables(Connection connection, Position position) throws SQLException {
		List<Boolean> before = existing(connection, position);
		if (!before.contains(false)) {
			return;
		}
		Savepoint savepoint = connection.setSavepoint();
		try {
			execute(connection, missingTables(before.get(0), before.get(1), position));
		}
		catch (SQLException ex) {
			connection.rollback(savepoint);
			List<Boolean> now = existing(connection, position);
			if (now.equals(before)) {
				throw ex;
			}
			execute(connection, missingTables(now.get(0), now.get(1), position));
		}
	}

	/** Whether there are the version table and the history. */
	private List<Boolean> existing(Connection connection, Position position) throws SQLException {
		String sql = "SELECT " + this.dialect.tableExistsExpression(versionTable(position)) + ", "
				+ this.dialect.tableExistsExpression(historyTable(position));
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return List.of(rows.getBoolean(1), rows.getBoolean(2));
		}
	}

	private void createAndCommit(Connection connection, List<String> statements) throws SQLException {
		if (this.dialect.commitsBehindStatement(connection)) {
			execute(connection, List.of(String.join("; ", statements) + "; COMMIT"));
		}
		else {
			execute(connection, statements);
		}
		// The driver learns from the server if there is nothing to commit any more
		connection.commit();
	}

	private List<String> missingTables(boolean versioned, boolean logged, Position position) {
		VersionTables tables = new VersionTables(this.dialect);
		List<String> statements = new ArrayList<>();
		if (!versioned) {
			statements.addAll(tables.createVersionTable(versionTable(position), false));
		}
		if (!logged) {
			statements.addAll(tables.createHistoryTable(historyTable(position), false));
		}
		return statements;
	}

	private void execute(Connection connection, List<String> statements) throws SQLException {
		for (String statement : statements) {
			this.dialect.execute(connection, new SqlStatement(statement));
		}
	}

	/**
	 * The qualified name of the version table.
	 * @param position where the database stands
	 * @return the name
	 */
	QualifiedName versionTable(Position position) {
		return qualified(position, this.settings.versionTable());
	}

	/**
	 * The qualified name of the history table.
	 * @param position where the database stands
	 * @return the name
	 */
	QualifiedName historyTable(Position position) {
		return qualified(position, this.settings.historyTable());
	}

	/**
	 * Read the version rows alone.
	 * @param connection the connection
	 * @param position where the tables are
	 * @return the rows
	 * @throws SQLException if the database fails
	 */
	List<String> rows(Connection connection, Position position) throws SQLException {
		String sql = "SELECT version_num FROM " + this.dialect.identifiers().quote(versionTable(position));
		List<String> found = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				found.add(rows.getString(1));
			}
		}
		return found;
	}

	/**
	 * What records steps.
	 * @param position where the tables are
	 * @param gate holds other migrators off
	 * @return the recorder
	 */
	StepRecorder recorder(Position position, StepGate gate) {
		return recorder(position, gate, 0);
	}

	/**
	 * What records the steps of a run, and is to be closed behind it.
	 * @param position where the tables are
	 * @param gate holds other migrators off
	 * @param transactions how many transactions the steps take
	 * @return the recorder
	 */
	StepRecorder recorder(Position position, StepGate gate, int transactions) {
		return new StepRecorder(this.dialect, versionTable(position), historyTable(position), gate, transactions);
	}

	/**
	 * The table of half-done steps.
	 * @param position where the database stands
	 * @return the journal
	 */
	Journal journal(Position position) {
		return new Journal(this.dialect, qualified(position, this.settings.journalTable()), position.journaled());
	}

	private QualifiedName qualified(Position position, String table) {
		// A schema that is set means what the product makes of the name; one that was
		// found is written as it is stored
		String schema = Objects.requireNonNullElse(this.settings.schema(), position.schema());
		if (schema.isEmpty()) {
			throw new MigrationException(Kind.DATABASE,
					"There is no schema to create tables in: none on the connection's search path exists",
					"create one, or set migrate.schema");
		}
		return new QualifiedName(schema, table);
	}

	/**
	 * The whole history.
	 * @param connection a connection in autocommit mode
	 * @param position where the database stands
	 * @return the log
	 * @throws SQLException if the database fails
	 */
	RevisionLog log(Connection connection, Position position) throws SQLException {
		return RevisionLog.read(connection, this.dialect, this, position);
	}

	/**
	 * The checksums of all revisions that were ever applied, those of Java revisions too.
	 * A changed file that was accepted is a stamp with a checksum.
	 * @param connection a connection in autocommit mode
	 * @param position where the database stands
	 * @return the newest checksums by id
	 * @throws SQLException if the database fails
	 */
	Map<String, String> checksums(Connection connection, Position position) throws SQLException {
		Map<String, String> checksums = new HashMap<>();
		if (position.logged()) {
			String sql = "SELECT revision, checksum FROM " + this.dialect.identifiers().quote(historyTable(position))
					+ " WHERE direction = 'upgrade' OR (direction = 'stamp' AND checksum IS NOT NULL) ORDER BY id";
			try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
				while (rows.next()) {
					checksums.put(rows.getString(1), Objects.requireNonNullElse(rows.getString(2), ""));
				}
			}
		}
		return checksums;
	}

	/**
	 * The history.
	 * @param connection a connection in autocommit mode
	 * @param position where the database stands
	 * @param limit the largest number of entries
	 * @return the newest entries, newest first
	 * @throws SQLException if the database fails
	 */
	List<HistoryEntry> history(Connection connection, Position position, int limit) throws SQLException {
		List<HistoryEntry> history = new ArrayList<>();
		if (position.logged()) {
			String sql = "SELECT revision, direction, applied_at, duration_ms, applied_by FROM "
					+ this.dialect.identifiers().quote(historyTable(position)) + " ORDER BY id DESC";
			try (PreparedStatement statement = connection.prepareStatement(sql)) {
				statement.setMaxRows(limit);
				try (ResultSet rows = statement.executeQuery()) {
					while (rows.next()) {
						history.add(new HistoryEntry(rows.getString(1), Direction.of(rows.getString(2)),
								this.dialect.readMoment(rows, 3), rows.getLong(4), rows.getString(5)));
					}
				}
			}
		}
		return history;
	}

}
