package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.SessionGuard;

/**
 * Guards a PostgreSQL session: the search path and the user are pinned for each revision,
 * and whatever the revisions {@code SET} is put back at the end. For the time of the run
 * the server looks after the client, so that the locks of a killed process do not outlive
 * it until its running statement ends.
 */
final class PostgresSessionGuard implements SessionGuard {

	private static final int FIRST_VERSION_WITH_CONNECTION_CHECK = 14;

	/**
	 * Also two that are needed whatever their source. The rest is filtered here: a longer
	 * condition costs a new session up to half as much as the view.
	 */
	private static final String SETTINGS = "SELECT name, setting, source, session_user, "
			+ "pg_catalog.current_setting('role') FROM pg_catalog.pg_settings "
			+ "WHERE source = 'session' OR name = 'search_path' OR name = 'lock_timeout'";

	/** They end with the transaction anyway, and cannot be put back in it. */
	private static final Set<String> OF_THE_TRANSACTION = Set.of("transaction_isolation", "transaction_read_only",
			"transaction_deferrable");

	/** In this order: another session user takes the role away. */
	private static final String PUT_BACK_USER = "SELECT CASE WHEN session_user <> ? THEN"
			+ " pg_catalog.set_config('session_authorization', ?, false) END, pg_catalog.set_config('role', ?, false)";

	/** A name of an application's own, with a dot, which the server does not list. */
	private static final Pattern CUSTOM = Pattern.compile(
			"(?:^SET\\s+(?:SESSION\\s+)?|\\bset_config\\s*\\(\\s*')([\\w$]+\\.[\\w$.]+)", Pattern.CASE_INSENSITIVE);

	private final Identifiers identifiers;

	private final Map<String, String> custom = new HashMap<>();

	private Map<String, String> before = Map.of();

	private String searchPath = "";

	/** In milliseconds; zero is no limit. */
	private long lockTimeout;

	PostgresSessionGuard(Identifiers identifiers) {
		this.identifiers = identifiers;
	}

	@Override
	public void begin(Connection connection, @Nullable String schema) throws SQLException {
		String present = remember(connection);
		this.searchPath = present;
		if (schema != null) {
			this.searchPath = this.identifiers.quote(schema) + (present.isBlank() ? "" : ", " + present);
			set(connection, "search_path", this.searchPath);
		}
		if (connection.getMetaData().getDatabaseMajorVersion() >= FIRST_VERSION_WITH_CONNECTION_CHECK) {
			try {
				execute(connection, "SET client_connection_check_interval = '500ms'");
			}
			catch (SQLException ex) {
				// A server on a platform that cannot look after its clients refuses the
				// setting
				if (connection.isClosed()) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Remember the settings that {@link #end} puts back.
	 * @param connection the connection
	 * @return the search path
	 * @throws SQLException if the database fails
	 */
	String remember(Connection connection) throws SQLException {
		this.before = settings(connection);
		this.custom.clear();
		return required(this.before, "search_path");
	}

	@Override
	public void limitLockWait(Connection connection, Duration longest) throws SQLException {
		if (this.lockTimeout == 0 || this.lockTimeout > longest.toMillis()) {
			execute(connection, "SET lock_timeout = '" + longest.toMillis() + "ms'");
		}
	}

	@Override
	public String schemaStatement(String schema) {
		String first = this.identifiers.quote(schema).replace("'", "''");
		return "SELECT pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ', '" + first
				+ "', nullif(pg_catalog.current_setting('search_path'), '')), false)";
	}

	@Override
	public String rememberStatement() {
		return "SELECT pg_catalog.set_config('migrate.session_user', session_user, false)"
				+ ", pg_catalog.set_config('migrate.role', pg_catalog.current_setting('role'), false)"
				+ ", pg_catalog.set_config('migrate.search_path', pg_catalog.current_setting('search_path'), false)";
	}

	@Override
	public String pinStatement() {
		String user = "pg_catalog.current_setting('migrate.session_user')";
		return "SELECT CASE WHEN session_user <> " + user + " THEN pg_catalog.set_config('session_authorization', "
				+ user
				+ ", false) END, pg_catalog.set_config('role', pg_catalog.current_setting('migrate.role'), false)"
				+ ", pg_catalog.set_config('search_path', pg_catalog.current_setting('migrate.search_path'), false)";
	}

	@Override
	public void pin(Connection connection) throws SQLException {
		String sql = PUT_BACK_USER + ", pg_catalog.set_config('search_path', ?, false)";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			setUser(statement);
			statement.setString(4, this.searchPath);
			statement.execute();
		}
	}

	@Override
	public void pinInTransaction(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(PUT_BACK_USER.replace(", false)", ", true)"))) {
			setUser(statement);
			statement.execute();
		}
	}

	private void setUser(PreparedStatement statement) throws SQLException {
		String user = required(this.before, "session_authorization");
		statement.setString(1, user);
		statement.setString(2, user);
		statement.setString(3, required(this.before, "role"));
	}

	@Override
	public void beforeSetting(Connection connection, String sql) throws SQLException {
		Matcher matcher = CUSTOM.matcher(sql);
		while (matcher.find()) {
			String name = matcher.group(1).toLowerCase(Locale.ROOT);
			if (!this.custom.containsKey(name)) {
				this.custom.put(name, customSetting(connection, name));
			}
		}
	}

	private static String customSetting(Connection connection, String name) throws SQLException {
		String sql = "SELECT coalesce(pg_catalog.current_setting(?, true), '')";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, name);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				return rows.getString(1);
			}
		}
	}

	@Override
	public void end(Connection connection) throws SQLException {
		Map<String, String> after = settings(connection);
		boolean sameUser = isSame(after, "session_authorization") && isSame(after, "role");
		if (!sameUser) {
			try (PreparedStatement statement = connection.prepareStatement(PUT_BACK_USER)) {
				setUser(statement);
				statement.execute();
			}
		}
		for (Map.Entry<String, String> setting : this.custom.entrySet()) {
			set(connection, setting.getKey(), setting.getValue());
		}
		if (!sameUser || !this.custom.isEmpty()) {
			// Another user may not see all settings, and a module may list its own
			after = settings(connection);
		}
		List<String> resets = new ArrayList<>();
		for (Map.Entry<String, String> setting : after.entrySet()) {
			String name = setting.getKey();
			String old = this.before.get(name);
			if (old == null) {
				resets.add("RESET " + name);
			}
			else if (!old.equals(setting.getValue())) {
				set(connection, name, old);
			}
		}
		for (String name : this.before.keySet()) {
			if (!after.containsKey(name)) {
				set(connection, name, required(this.before, name));
			}
		}
		if (!resets.isEmpty()) {
			execute(connection, String.join("; ", resets));
		}
	}

	private boolean isSame(Map<String, String> after, String setting) {
		return required(this.before, setting).equals(required(after, setting));
	}

	private Map<String, String> settings(Connection connection) throws SQLException {
		Map<String, String> settings = new HashMap<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SETTINGS)) {
			while (rows.next()) {
				String name = rows.getString(1);
				if (name.equals("lock_timeout")) {
					this.lockTimeout = rows.getLong(2);
				}
				boolean changed = rows.getString(3).equals("session") && !OF_THE_TRANSACTION.contains(name);
				if (changed || name.equals("search_path")) {
					settings.put(name, rows.getString(2));
				}
				settings.put("session_authorization", rows.getString(4));
				settings.put("role", rows.getString(5));
			}
		}
		return settings;
	}

	private static String required(Map<String, String> settings, String name) {
		return Objects.requireNonNull(settings.get(name), name);
	}

	private static void set(Connection connection, String name, String value) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, false)")) {
			statement.setString(1, name);
			statement.setString(2, value);
			statement.execute();
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
