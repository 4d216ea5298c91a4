package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Identifiers;

/**
 * An index that is built while others write to its table. A build that fails leaves an
 * invalid index, which costs every write and serves no query.
 *
 * @param name the name of the index as it is stored, or {@code null} if the server
 * chooses it
 * @param table the table as it is written
 */
record ConcurrentIndex(@Nullable String name, String table) {

	private static final Log logger = LogFactory.getLog(ConcurrentIndex.class);

	private static final String IDENTIFIER = "(?:\"(?:[^\"]|\"\")+\"|[\\w$\\x80-\\uffff]+)";

	private static final Pattern CREATION = Pattern.compile(
			"CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:(?!ON\\b)(" + IDENTIFIER
					+ ")\\s+)?ON\\s+(?:ONLY\\s+)?(" + IDENTIFIER + "(?:\\s*\\.\\s*" + IDENTIFIER + ")?).*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** Those that somebody is building right now are invalid too. */
	private static final String INVALID = """
			SELECT i.indexrelid::regclass::text, c.relname FROM pg_catalog.pg_index i
			JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
			WHERE i.indrelid = pg_catalog.to_regclass(?) AND NOT i.indisvalid
				AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_stat_progress_create_index p
					WHERE p.index_relid = i.indexrelid AND p.pid <> pg_catalog.pg_backend_pid())""";

	private static final String IS_VALID = """
			SELECT i.indisvalid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
			WHERE i.indrelid = pg_catalog.to_regclass(?) AND c.relname = ?""";

	/**
	 * The index that a statement creates.
	 * @param sql the statement
	 * @param identifiers how identifiers are stored
	 * @return the index, or {@code null} if it is no such statement
	 */
	static @Nullable ConcurrentIndex of(String sql, Identifiers identifiers) {
		Matcher matcher = CREATION.matcher(sql);
		if (!matcher.matches()) {
			return null;
		}
		String name = matcher.group(1);
		return new ConcurrentIndex((name != null) ? identifiers.cut(stored(name)) : null, matcher.group(2));
	}

	private static String stored(String identifier) {
		return identifier.startsWith("\"") ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
				: identifier.toLowerCase(Locale.ROOT);
	}

	/**
	 * Build it.
	 * @param connection a connection in autocommit mode
	 * @param repeated whether an earlier run may have built it, or a part of it
	 * @param build sends the statement
	 * @throws SQLException if that fails; an index that it leaves is dropped
	 */
	void build(Connection connection, boolean repeated, Build build) throws SQLException {
		Set<String> before = new LinkedHashSet<>();
		for (Invalid index : invalid(connection)) {
			if (isOurs(index, repeated)) {
				logger.warn("Dropping the index %s, which a failed build has left invalid".formatted(index.name()));
				drop(connection, index);
			}
			else {
				before.add(index.name());
			}
		}
		if (repeated && this.name != null && isValid(connection)) {
			return;
		}
		try {
			build.send();
			requireValid(connection, before);
		}
		catch (SQLException ex) {
			dropNew(connection, before, ex);
			throw ex;
		}
	}

	private boolean isOurs(Invalid index, boolean repeated) {
		return (this.name != null) ? index.storedName().equals(this.name)
				: repeated && index.storedName().matches(".*_idx\\d*");
	}

	private void requireValid(Connection connection, Set<String> before) throws SQLException {
		for (Invalid index : invalid(connection)) {
			if (!before.contains(index.name())) {
				throw new SQLException("The index %s is not valid after its build".formatted(index.name()));
			}
		}
	}

	private void dropNew(Connection connection, Set<String> before, SQLException failure) {
		try {
			if (!connection.isClosed()) {
				for (Invalid index : invalid(connection)) {
					if (!before.contains(index.name())) {
						drop(connection, index);
					}
				}
			}
		}
		catch (SQLException ex) {
			logger.warn("An invalid index stays until the next try: " + ex.getMessage());
			failure.addSuppressed(ex);
		}
	}

	private boolean isValid(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(IS_VALID)) {
			statement.setString(1, this.table);
			statement.setString(2, this.name);
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() && rows.getBoolean(1);
			}
		}
	}

	private Set<Invalid> invalid(Connection connection) throws SQLException {
		Set<Invalid> indexes = new LinkedHashSet<>();
		try (PreparedStatement statement = connection.prepareStatement(INVALID)) {
			statement.setString(1, this.table);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					indexes.add(new Invalid(rows.getString(1), rows.getString(2)));
				}
			}
		}
		return indexes;
	}

	private static void drop(Connection connection, Invalid index) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("DROP INDEX CONCURRENTLY " + index.name());
		}
	}

	/**
	 * An invalid index.
	 *
	 * @param name its name as it is written
	 * @param storedName its name as it is stored, without a schema
	 */
	private record Invalid(String name, String storedName) {

	}

	/**
	 * Sends the statement.
	 */
	@FunctionalInterface
	interface Build {

		void send() throws SQLException;

	}

}
