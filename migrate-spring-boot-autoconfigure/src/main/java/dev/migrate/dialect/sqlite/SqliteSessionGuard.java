package dev.migrate.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.SessionGuard;
import org.jspecify.annotations.Nullable;

/**
 * Guards an SQLite session. Foreign keys are not enforced during the run, else a table
 * could not be made anew, but no revision may leave more broken references than there
 * were.
 */
final class SqliteSessionGuard implements SessionGuard {

	private static final String COUNT = "SELECT count(*) FROM pragma_foreign_key_check";

	private static final String BROKEN = "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check"
			+ " ORDER BY 1, 2 LIMIT 5";

	/** A foreign key to columns that are not unique makes the check itself fail. */
	private static final int NOT_CHECKABLE = Integer.MAX_VALUE;

	private boolean foreignKeys;

	private boolean legacyAlterTable;

	private int broken;

	@Override
	public void begin(Connection connection, @Nullable String schema) throws SQLException {
		if (schema != null && !schema.equals(SqliteDialect.MAIN)) {
			throw new SQLException("SQLite has no schemas: remove migrate.schema, which is '" + schema + "'");
		}
		this.foreignKeys = isOn(connection, "foreign_keys");
		this.legacyAlterTable = isOn(connection, "legacy_alter_table");
		pin(connection);
		this.broken = isCheckable(connection) ? count(connection) : NOT_CHECKABLE;
	}

	@Override
	public String schemaStatement(String schema) {
		if (!schema.equals(SqliteDialect.MAIN)) {
			throw new IllegalArgumentException(
					"SQLite has no schemas: remove migrate.schema, which is '" + schema + "'");
		}
		return rememberStatement();
	}

	@Override
	public String rememberStatement() {
		return "PRAGMA foreign_keys = OFF";
	}

	@Override
	public String pinStatement() {
		return "PRAGMA legacy_alter_table = OFF";
	}

	@Override
	public void pin(Connection connection) throws SQLException {
		set(connection, "foreign_keys", false);
		set(connection, "legacy_alter_table", false);
	}

	@Override
	public void verify(Connection connection) throws SQLException {
		if (this.broken == NOT_CHECKABLE && !isCheckable(connection)) {
			return;
		}
		int now = count(connection);
		if (now > this.broken) {
			throw new SQLException("%d rows reference rows that do not exist: %s".formatted(now - this.broken,
					String.join(", ", references(connection))));
		}
		this.broken = now;
	}

	@Override
	public void end(Connection connection) throws SQLException {
		set(connection, "foreign_keys", this.foreignKeys);
		set(connection, "legacy_alter_table", this.legacyAlterTable);
	}

	private static List<String> references(Connection connection) throws SQLException {
		List<String> references = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(BROKEN)) {
			while (rows.next()) {
				references.add(rows.getString(1) + " references " + rows.getString(2));
			}
		}
		return references;
	}

	private static boolean isCheckable(Connection connection) {
		try {
			count(connection);
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private static int count(Connection connection) throws SQLException {
		return number(connection, COUNT);
	}

	private static boolean isOn(Connection connection, String setting) throws SQLException {
		return number(connection, "PRAGMA " + setting) == 1;
	}

	private static int number(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			return rows.next() ? rows.getInt(1) : 0;
		}
	}

	private static void set(Connection connection, String setting, boolean on) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("PRAGMA " + setting + " = " + (on ? "ON" : "OFF"));
		}
	}

}
