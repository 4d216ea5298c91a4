package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.dialect.SqlStatement;

/**
 * The transactions of a step: what was executed, what of that stays, and what the journal
 * must know before something stays.
 */
final class StepTransaction {

	private final Connection connection;

	private final Dialect dialect;

	private final StepJournal journal;

	private final SessionGuard session;

	private final List<SqlStatement> executed = new ArrayList<>();

	private int committed;

	private boolean sessionMayHaveChanged;

	/** Begun by a script that runs without a transaction. */
	private boolean own;

	/**
	 * Create the state of a step of which nothing was executed.
	 * @param connection the connection
	 * @param dialect the product
	 * @param journal the journal of the step
	 * @param session guards the session
	 */
	StepTransaction(Connection connection, Dialect dialect, StepJournal journal, SessionGuard session) {
		this.connection = connection;
		this.dialect = dialect;
		this.journal = journal;
		this.session = session;
	}

	/**
	 * Whether a statement would be executed outside of any transaction.
	 * @return whether it would be
	 * @throws SQLException if the connection is closed
	 */
	boolean isOutside() throws SQLException {
		return this.connection.getAutoCommit() && !this.own;
	}

	/**
	 * Whether one transaction holds all that was executed and goes on, and the session is
	 * as it was before.
	 * @return whether it is so
	 * @throws SQLException if the connection is closed
	 */
	boolean isWhole() throws SQLException {
		return !this.connection.getAutoCommit() && this.committed == 0 && !this.own && !this.sessionMayHaveChanged;
	}

	/**
	 * Begin or end a transaction as a script without one says.
	 * @param statement the statement that does
	 * @throws SQLException if the database fails
	 */
	void control(SqlStatement statement) throws SQLException {
		boolean begins = TransactionControl.begins(statement.text());
		boolean commits = this.own && TransactionControl.commits(statement.text());
		if (commits) {
			note(this.journal::flush);
		}
		this.dialect.execute(this.connection, statement);
		this.own = begins;
		if (commits) {
			allCommitted();
		}
		else if (!begins) {
			this.journal.rolledBack();
			this.executed.subList(this.committed, this.executed.size()).clear();
		}
	}

	/**
	 * Roll back a transaction that the script has begun itself and not ended, of which
	 * the connection knows nothing.
	 * @throws SQLException if the database fails
	 */
	void rollbackOwn() throws SQLException {
		if (this.own) {
			this.own = false;
			this.dialect.execute(this.connection, new SqlStatement(SqlText.ROLLBACK));
		}
	}

	/**
	 * Commit what was executed, with its entries in the journal.
	 * @throws SQLException if the database fails
	 */
	void commit() throws SQLException {
		note(this.journal::flush);
		this.connection.commit();
		allCommitted();
	}

	/**
	 * Write to the journal as who runs the migration, not as whom the revision became.
	 * @param writing writes
	 * @throws SQLException if the database fails
	 */
	void note(Cleanup.Action writing) throws SQLException {
		boolean alone = this.sessionMayHaveChanged && isOutside();
		if (alone) {
			this.connection.setAutoCommit(false);
		}
		if (this.sessionMayHaveChanged) {
			this.session.pinInTransaction(this.connection);
		}
		writing.run();
		if (alone) {
			this.connection.commit();
			this.connection.setAutoCommit(true);
		}
	}

	/**
	 * Commit what was written to the journal, if that is still to be done.
	 * @throws SQLException if the database fails
	 */
	void commitNotes() throws SQLException {
		if (!this.connection.getAutoCommit()) {
			this.connection.commit();
			// A transaction that an H2 script has begun itself ends with that
			this.own = this.own && !this.connection.getAutoCommit();
		}
	}

	/**
	 * Note a statement that was executed.
	 * @param statement the statement
	 */
	void executed(SqlStatement statement) {
		this.executed.add(statement);
	}

	/**
	 * Note a statement that was executed and stays.
	 * @param statement the statement
	 */
	void committed(SqlStatement statement) {
		this.executed.add(statement);
		allCommitted();
	}

	/**
	 * Note that all stays that was executed so far.
	 */
	void allCommitted() {
		this.committed = this.executed.size();
	}

	/**
	 * The statements that a rollback does not take back.
	 * @return the statements, in order
	 */
	List<SqlStatement> committed() {
		return this.executed.subList(0, this.committed);
	}

	/**
	 * Say that something may change the session's settings.
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

}
