package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.SessionGuard;

/**
 * Guards an H2 session: its schema is pinned.
 */
final class H2SessionGuard implements SessionGuard {

	private final Identifiers identifiers;

	private String before = "";

	private String pinned = "";

	H2SessionGuard(Identifiers identifiers) {
		this.identifiers = identifiers;
	}

	@Override
	public void begin(Connection connection, @Nullable String schema) throws SQLException {
		this.before = currentSchema(connection);
		this.pinned = this.before;
		if (schema != null) {
			// What an unquoted name means depends on the settings of the database
			setSchema(connection, this.identifiers.quote(schema));
			this.pinned = currentSchema(connection);
		}
	}

	@Override
	public String schemaStatement(String schema) {
		return "SET SCHEMA " + this.identifiers.quote(schema);
	}

	@Override
	public String rememberStatement() {
		return "SET @migrate_schema = CURRENT_SCHEMA";
	}

	@Override
	public String pinStatement() {
		return "SET SCHEMA @migrate_schema";
	}

	@Override
	public void pin(Connection connection) throws SQLException {
		setSchema(connection, quoted(this.pinned));
	}

	@Override
	public void end(Connection connection) throws SQLException {
		if (!this.before.equals(currentSchema(connection))) {
			setSchema(connection, quoted(this.before));
		}
	}

	private static String currentSchema(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT CURRENT_SCHEMA")) {
			rows.next();
			return Objects.requireNonNull(rows.getString(1));
		}
	}

	private static String quoted(String schema) {
		return '"' + schema.replace("\"", "\"\"") + '"';
	}

	private static void setSchema(Connection connection, String identifier) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("SET SCHEMA " + identifier);
		}
	}

}
