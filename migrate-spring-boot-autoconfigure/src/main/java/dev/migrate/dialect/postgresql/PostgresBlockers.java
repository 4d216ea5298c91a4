package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions that others wait for. By the time a wait has failed nobody is blocked any
 * more, so these are all that hold such locks, or wait for one in front.
 */
final class PostgresBlockers {

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private static final int LONGEST_QUERY = 200;

	private static final String SESSIONS = """
			SELECT a.pid, a.application_name, a.state,
				to_char(coalesce(a.xact_start, a.state_change), 'YYYY-MM-DD HH24:MI:SS'),
				pg_catalog.regexp_replace(a.query, '\\s+', ' ', 'g'),
				string_agg(DISTINCT CASE WHEN l.granted THEN 'holds ' ELSE 'waits for ' END || l.mode || ' on '
					|| pg_catalog.quote_literal(l.relation::regclass::text), ', ')
			FROM pg_catalog.pg_locks l
			JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
			JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind NOT IN ('i', 't')
			JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
			WHERE l.locktype = 'relation' AND l.pid <> pg_catalog.pg_backend_pid()
				AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
				AND\s""";

	private static final String ORDER = """
			 GROUP BY a.pid, a.application_name, a.state, 4, 5
			ORDER BY bool_or(l.granted) DESC, min(coalesce(a.xact_start, a.state_change)), a.pid""";

	/** A reader waits only for the strongest mode. */
	private static final String OF_QUERY = "l.mode = 'AccessExclusiveLock'";

	private static final String OF_STATEMENT = "n.nspname NOT IN ('pg_catalog', 'information_schema')"
			+ " AND pg_catalog.strpos(pg_catalog.lower(?), pg_catalog.lower(c.relname)) > 0";

	private PostgresBlockers() {
	}

	static boolean isLockTimeout(SQLException ex) {
		return LOCK_NOT_AVAILABLE.equals(ex.getSQLState());
	}

	/** Who keeps others from reading tables. */
	static String ofQuery(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(SESSIONS + OF_QUERY + ORDER)) {
			return describe(statement);
		}
	}

	/** Who has locked a table that a statement names. */
	static String ofStatement(Connection connection, String sql) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(SESSIONS + OF_STATEMENT + ORDER)) {
			statement.setString(1, sql);
			return describe(statement);
		}
	}

	private static String describe(PreparedStatement statement) throws SQLException {
		List<String> sessions = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				sessions.add("server process %d (application '%s', %s since %s, query '%s'), which %s".formatted(
						rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4),
						shortened(rows.getString(5)), rows.getString(6)));
			}
		}
		return sessions.isEmpty() ? "a session that has just given it back" : String.join(", and ", sessions);
	}

	private static String shortened(String query) {
		return (query.length() <= LONGEST_QUERY) ? query : query.substring(0, LONGEST_QUERY) + " …";
	}

}
