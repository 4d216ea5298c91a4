package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.dialect.postgresql.ConcurrentIndex.Build;

/**
 * Indexes that are built anew while others write to their tables. A build that fails
 * leaves the new index, or the old one, invalid under a name of its own, by the page of
 * {@code REINDEX}: the original ends in {@code _ccnew} or {@code _ccold}.
 */
final class ConcurrentReindex {

	private static final Log logger = LogFactory.getLog(ConcurrentReindex.class);

	/** Those that somebody is building right now are invalid too. */
	private static final String LEFTOVERS = """
			SELECT i.indexrelid::regclass::text FROM pg_catalog.pg_index i
			JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
			WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
				AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_progress_create_index p
					WHERE p.relid = i.indrelid AND p.pid <> pg_catalog.pg_backend_pid())""";

	private ConcurrentReindex() {
	}

	/**
	 * Rebuild indexes.
	 * @param connection a connection in autocommit mode
	 * @param build sends the statement
	 * @throws SQLException if that fails; indexes that it leaves are dropped, now or, if
	 * others still use them, before the next try
	 */
	static void rebuild(Connection connection, Build build) throws SQLException {
		drop(connection, leftovers(connection));
		try {
			build.send();
			Set<String> left = leftovers(connection);
			if (!left.isEmpty()) {
				throw new SQLException("The indexes " + String.join(", ", left) + " are not valid after their build");
			}
		}
		catch (SQLException ex) {
			dropAfter(connection, ex);
			throw ex;
		}
	}

	private static void dropAfter(Connection connection, SQLException failure) {
		try {
			if (!connection.isClosed()) {
				drop(connection, leftovers(connection));
			}
		}
		catch (SQLException ex) {
			logger.warn("An invalid index stays until the next try: " + ex.getMessage());
			failure.addSuppressed(ex);
		}
	}

	private static Set<String> leftovers(Connection connection) throws SQLException {
		Set<String> names = new LinkedHashSet<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(LEFTOVERS)) {
			while (rows.next()) {
				names.add(rows.getString(1));
			}
		}
		return names;
	}

	private static void drop(Connection connection, Set<String> indexes) throws SQLException {
		for (String index : indexes) {
			logger.warn("Dropping the index %s, which a failed build has left invalid".formatted(index));
			try (Statement statement = connection.createStatement()) {
				statement.execute("DROP INDEX CONCURRENTLY " + index);
			}
		}
	}

}
