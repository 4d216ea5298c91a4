package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.AutocommitStatements;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.SqlStatement;

/**
 * What PostgreSQL refuses in a transaction block, or cannot use there, by the pages of
 * its commands. Those that build without stopping others ({@code CONCURRENTLY}) wait for
 * old transactions, but keep nobody waiting meanwhile.
 */
final class PostgresAutocommitStatements implements AutocommitStatements {

	private static final Pattern STATEMENTS = Pattern.compile("""
			CREATE\\s+(UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\b.*
			|DROP\\s+INDEX\\s+CONCURRENTLY\\b.*
			|REINDEX\\b(\\s*\\([^)]*\\))?\\s+(INDEX|TABLE|SCHEMA)\\s+CONCURRENTLY\\b.*
			|REINDEX\\s*\\([^)]*\\bCONCURRENTLY\\b(?!\\s*(FALSE|OFF|0))[^)]*\\).*
			|REINDEX\\b(\\s*\\([^)]*\\))?\\s+(DATABASE|SYSTEM|SCHEMA)\\b.*
			|ALTER\\s+TABLE\\b.*\\bDETACH\\s+PARTITION\\b.*\\b(CONCURRENTLY|FINALIZE)
			|ALTER\\s+TYPE\\s+([^\\s"]|"[^"]*")+\\s+ADD\\s+VALUE\\b.*
			|VACUUM\\b.*
			|(CREATE|DROP)\\s+(DATABASE|TABLESPACE)\\b.*
			|ALTER\\s+SYSTEM\\b.*
			""".replaceAll("\n\\s*", ""), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern REINDEX = Pattern.compile("REINDEX\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern DETACHMENT = Pattern.compile(
			"(ALTER\\s+TABLE\\b.*\\bDETACH\\s+PARTITION\\b.*\\b)CONCURRENTLY\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** The detachment was begun and is to be finalized. */
	private static final String NOT_IN_PREREQUISITE_STATE = "55000";

	/** An object exists already, or no longer. */
	private static final Set<String> ALREADY_DONE = Set.of("42710", "42P07", "42704", "42P01", "42P04", "3D000");

	private final Identifiers identifiers;

	PostgresAutocommitStatements(Identifiers identifiers) {
		this.identifiers = identifiers;
	}

	@Override
	public boolean includes(String sql) {
		return STATEMENTS.matcher(sql).matches();
	}

	@Override
	public void execute(Connection connection, SqlStatement statement, Duration longestWait, boolean repeated)
			throws SQLException {
		String before = setLockTimeout(connection, longestWait);
		try {
			ConcurrentIndex index = ConcurrentIndex.of(statement.text(), this.identifiers);
			if (index != null) {
				index.build(connection, repeated, () -> plain(connection, statement.text()));
			}
			else if (REINDEX.matcher(statement.text()).lookingAt()) {
				ConcurrentReindex.rebuild(connection, () -> send(connection, statement, repeated));
			}
			else {
				send(connection, statement, repeated);
			}
		}
		finally {
			if (before != null && !connection.isClosed()) {
				setLockTimeout(connection, before);
			}
		}
	}

	private static void send(Connection connection, SqlStatement statement, boolean repeated) throws SQLException {
		try {
			plain(connection, statement.text());
		}
		catch (SQLException ex) {
			if (isBegunDetachment(statement.text(), ex)) {
				finalizeDetachment(connection, statement.text(), ex);
			}
			else if (!repeated || !ALREADY_DONE.contains(String.valueOf(ex.getSQLState()))) {
				throw ex;
			}
		}
	}

	private static boolean isBegunDetachment(String sql, SQLException ex) {
		return NOT_IN_PREREQUISITE_STATE.equals(ex.getSQLState()) && DETACHMENT.matcher(sql).matches();
	}

	/** A try that has waited too long leaves the detachment begun. */
	private static void finalizeDetachment(Connection connection, String sql, SQLException failure)
			throws SQLException {
		try {
			plain(connection, DETACHMENT.matcher(sql).replaceFirst("$1FINALIZE"));
		}
		catch (SQLException ex) {
			if (NOT_IN_PREREQUISITE_STATE.equals(ex.getSQLState())) {
				// It was refused for another reason
				throw failure;
			}
			throw ex;
		}
	}

	private static void plain(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

	private static @Nullable String setLockTimeout(Connection connection, Duration longest) throws SQLException {
		return longest.isZero() ? null : setLockTimeout(connection, longest.toMillis() + "ms");
	}

	private static String setLockTimeout(Connection connection, String value) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			String before;
			try (ResultSet rows = statement.executeQuery("SHOW lock_timeout")) {
				rows.next();
				before = rows.getString(1);
			}
			statement.execute("SET lock_timeout = '" + value + "'");
			return before;
		}
	}

}
