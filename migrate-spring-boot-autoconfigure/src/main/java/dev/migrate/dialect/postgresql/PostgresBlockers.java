package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions that keep others from reading tables. By the time a wait has failed nobody
 * is blocked any more, so these are all that hold such a lock, or wait for one in front
 * of the readers.
 */
final class PostgresBlockers {

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	private static final int LONGEST_QUERY = 200;

	private static final String SESSIONS = """
			SELECT a.pid, a.application_name, a.state, pg_catalog.regexp_replace(a.query, '\\s+', ' ', 'g'),
				bool_or(l.granted), string_agg(DISTINCT l.relation::regclass::text, ', ')
			FROM pg_catalog.pg_locks l
			JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
			JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind NOT IN ('i', 't')
			WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid()
				AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
			GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1""";

	private PostgresBlockers() {
	}

	static boolean isLockTimeout(SQLException ex) {
		return LOCK_NOT_AVAILABLE.equals(ex.getSQLState());
	}

	static String describe(Connection connection) throws SQLException {
		List<String> sessions = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SESSIONS)) {
			while (rows.next()) {
				sessions.add("server process %d (application '%s', %s, query '%s'), which %s '%s'".formatted(
						rows.getInt(1), rows.getString(2), rows.getString(3), shortened(rows.getString(4)),
						rows.getBoolean(5) ? "has locked" : "waits to lock", rows.getString(6)));
			}
		}
		return sessions.isEmpty() ? "a session that has just given it back" : String.join(", and ", sessions);
	}

	private static String shortened(String query) {
		return (query.length() <= LONGEST_QUERY) ? query : query.substring(0, LONGEST_QUERY) + " …";
	}

}
