package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.SessionGuard;

/**
 * Guards a transaction in a session that belongs to somebody else behind it: its own
 * settings are local to the transaction and end with it, those of a revision are put back
 * before.
 */
final class PostgresTransactionGuard implements SessionGuard {

	private final PostgresSessionGuard session;

	private final Identifiers identifiers;

	private String searchPath = "";

	PostgresTransactionGuard(Identifiers identifiers) {
		this.identifiers = identifiers;
		this.session = new PostgresSessionGuard(identifiers);
	}

	@Override
	public void begin(Connection connection, @Nullable String schema) throws SQLException {
		this.searchPath = this.session.remember(connection);
		if (schema != null) {
			this.searchPath = this.identifiers.quote(schema)
					+ (this.searchPath.isBlank() ? "" : ", " + this.searchPath);
			set(connection, "search_path", this.searchPath);
		}
	}

	@Override
	public void limitLockWait(Connection connection, Duration longest) throws SQLException {
		set(connection, "lock_timeout", longest.toMillis() + "ms");
	}

	@Override
	public String schemaStatement(String schema) {
		return this.session.schemaStatement(schema);
	}

	@Override
	public String rememberStatement() {
		return this.session.rememberStatement();
	}

	@Override
	public String pinStatement() {
		return this.session.pinStatement();
	}

	@Override
	public void pin(Connection connection) throws SQLException {
		this.session.end(connection);
		set(connection, "search_path", this.searchPath);
	}

	@Override
	public void beforeSetting(Connection connection, String sql) throws SQLException {
		this.session.beforeSetting(connection, sql);
	}

	@Override
	public void end(Connection connection) {
		// All of it has ended with the transaction
	}

	private static void set(Connection connection, String name, String value) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true)")) {
			statement.setString(1, name);
			statement.setString(2, value);
			statement.execute();
		}
	}

}
