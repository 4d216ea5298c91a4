package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.QualifiedName;
import dev.migrate.script.Checksum;

/**
 * Reads where a database stands: by one statement, which is all that a start with nothing
 * to do costs, if the database has the tables.
 */
final class PositionReader {

	private static final long JOURNAL = 1;

	private static final long VERSIONS = 2;

	private static final long HISTORY = 4;

	private final Connection connection;

	private final Dialect dialect;

	private final RuntimeSettings settings;

	private String schema = "";

	/** The bits of tables that were found by their names. */
	private long present;

	private final List<String> rows = new ArrayList<>();

	private final Map<String, String> checksums = new LinkedHashMap<>();

	private final Map<String, Long> newest = new HashMap<>();

	/**
	 * Create a reader, for one look.
	 * @param connection a connection in autocommit mode
	 * @param dialect the product
	 * @param settings the settings
	 */
	PositionReader(Connection connection, Dialect dialect, RuntimeSettings settings) {
		this.connection = connection;
		this.dialect = dialect;
		this.settings = settings;
	}

	/**
	 * Look.
	 * @return the position
	 * @throws SQLException if the database fails
	 */
	Position read() throws SQLException {
		// A database fails at the first table that it lacks
		if (isRead(versions() + " UNION ALL " + checksums() + " UNION ALL " + place(exists(JOURNAL)))) {
			return position(true, true);
		}
		return readOneByOne();
	}

	/**
	 * Look for the tables first, for a database that most likely lacks one.
	 * @return the position
	 * @throws SQLException if the database fails
	 */
	Position readOneByOne() throws SQLException {
		read(place(exists(JOURNAL) + " + " + exists(VERSIONS) + " + " + exists(HISTORY)));
		boolean versioned = isPresent(VERSIONS) && isRead(versions());
		boolean logged = isPresent(HISTORY) && isRead(checksums());
		return position(versioned, logged);
	}

	private String place(String present) {
		String schema = (this.settings.schema() != null)
				? this.dialect.literals().write(this.dialect.identifiers().toStored(this.settings.schema()))
				: "COALESCE(" + this.dialect.tableSchemaExpression(this.settings.versionTable()) + ", "
						+ this.dialect.currentSchemaExpression() + ")";
		return "SELECT 'place', CAST(" + schema + " AS varchar(256)), CAST(NULL AS varchar(256)), " + present;
	}

	/** The bit of a table, or zero. */
	private String exists(long bit) {
		String table = (bit == JOURNAL) ? this.settings.journalTable()
				: (bit == VERSIONS) ? this.settings.versionTable() : this.settings.historyTable();
		return "CAST(CASE WHEN " + this.dialect.tableExistsExpression(new QualifiedName(this.settings.schema(), table))
				+ " THEN " + bit + " ELSE 0 END AS bigint)";
	}

	private boolean isPresent(long bit) {
		return (this.present & bit) != 0;
	}

	private String versions() {
		return "SELECT 'row', CAST(version_num AS varchar(256)), CAST(NULL AS varchar(256)), CAST(0 AS bigint) FROM "
				+ name(this.settings.versionTable());
	}

	private String checksums() {
		return "SELECT 'checksum', revision, checksum, id FROM " + name(this.settings.historyTable())
				+ " WHERE checksum LIKE '" + Checksum.SQL_PREFIX + "%'";
	}

	private String name(String table) {
		return this.dialect.identifiers().quote(new QualifiedName(this.settings.schema(), table));
	}

	/** Read, unless a table is missing. */
	private boolean isRead(String sql) throws SQLException {
		try {
			read(sql);
			return true;
		}
		catch (SQLException ex) {
			if (this.dialect.isMissingTable(ex)) {
				return false;
			}
			throw ex;
		}
	}

	private void read(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				String value = Objects.requireNonNullElse(result.getString(2), "");
				switch (result.getString(1).strip()) {
					case "place" -> {
						this.schema = value;
						this.present = result.getLong(4);
					}
					case "row" -> this.rows.add(value);
					default -> addChecksum(value, result.getString(3), result.getLong(4));
				}
			}
		}
	}

	private void addChecksum(String revision, String checksum, long id) {
		Long other = this.newest.get(revision);
		if (other == null || other < id) {
			this.newest.put(revision, id);
			this.checksums.put(revision, checksum);
		}
	}

	private Position position(boolean versioned, boolean logged) {
		return new Position(this.schema, this.rows, this.checksums, versioned, logged, isPresent(JOURNAL));
	}

}
