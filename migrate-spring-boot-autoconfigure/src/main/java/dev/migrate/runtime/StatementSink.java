package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;

/**
 * The last station of a statement: the connection of a step. Keeps what was executed, so
 * that a failure can say what stays.
 */
final class StatementSink {

	private static final Set<String> DML = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES",
			"TABLE", "CALL", "EXPLAIN", "SHOW");

	private static final Set<String> LEAVE_SESSION_ALONE = Set.of("CREATE", "ALTER", "DROP", "COMMENT", "INSERT",
			"UPDATE", "DELETE", "MERGE", "TRUNCATE", "COPY", "GRANT", "REVOKE", "BEGIN", "COMMIT");

	private final Connection connection;

	private final Dialect dialect;

	private final List<SqlStatement> executed = new ArrayList<>();

	private int committed;

	private boolean sessionMayHaveChanged;

	StatementSink(Connection connection, Dialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	void execute(SqlStatement statement, String place) {
		try {
			boolean commits = !this.dialect.transactionalDdl() && isDdl(statement);
			if (commits && !this.connection.getAutoCommit()) {
				// Such a product commits before DDL anyway, but only once it has
				// understood
				// the statement: so it is certain what stays
				this.connection.commit();
				this.committed = this.executed.size();
			}
			if (mayChangeSession(statement.text())) {
				sessionMayChange();
			}
			this.dialect.execute(this.connection, statement);
			this.executed.add(statement);
			if (commits || this.connection.getAutoCommit()) {
				this.committed = this.executed.size();
			}
		}
		catch (SQLException ex) {
			throw new StatementException(statement, place, ex);
		}
	}

	/**
	 * Commit what was executed, and each further statement by itself.
	 * @param place where in the revision that is asked for, or an empty text
	 */
	void leaveTransaction(String place) {
		try {
			this.connection.commit();
			this.committed = this.executed.size();
			this.connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			throw new StatementException(new SqlStatement(SqlText.COMMIT), place, ex);
		}
	}

	/**
	 * Begin a transaction.
	 */
	void enterTransaction() {
		try {
			this.connection.setAutoCommit(false);
		}
		catch (SQLException ex) {
			throw new StatementException(new SqlStatement(SqlText.BEGIN), "", ex);
		}
	}

	/**
	 * The statements that a rollback does not take back.
	 * @return the statements, in order
	 */
	List<SqlStatement> committed() {
		return this.executed.subList(0, this.committed);
	}

	/**
	 * Say that something which this sink does not see may change the session's settings.
	 */
	void sessionMayChange() {
		this.sessionMayHaveChanged = true;
	}

	/**
	 * Whether anything was executed that may have changed the session's settings.
	 * @return whether they must be put back
	 */
	boolean mayHaveChangedSession() {
		return this.sessionMayHaveChanged;
	}

	/**
	 * Whether a statement may change the session's settings.
	 * @param sql the statement
	 * @return whether it is none of those that do not
	 */
	static boolean mayChangeSession(String sql) {
		return !LEAVE_SESSION_ALONE.contains(firstWord(sql));
	}

	private static boolean isDdl(SqlStatement statement) {
		return !DML.contains(firstWord(statement.text()));
	}

	/**
	 * The first word of a statement.
	 * @param sql the statement
	 * @return its first word in upper case
	 */
	static String firstWord(String sql) {
		int end = 0;
		while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
			end++;
		}
		return sql.substring(0, end).toUpperCase(Locale.ROOT);
	}

}
