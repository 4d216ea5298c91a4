package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.runtime.StepJournal.Encounter;

/**
 * The last station of a statement: decides how it is executed, in the transaction of its
 * step or by itself, or that it is left to what records the step.
 */
final class StatementSink {

	private static final SqlStatement JDBC = new SqlStatement("op.jdbc()");

	private final Connection connection;

	private final Dialect dialect;

	private final StepJournal journal;

	private final SessionGuard session;

	private final StepTransaction transaction;

	private final Outside outside;

	private final JournaledExecution journaled;

	private @Nullable StatementException failedCommit;

	private boolean leavesLast;

	private @Nullable LastStatement last;

	/**
	 * Create a sink.
	 * @param connection the connection
	 * @param dialect the product
	 * @param journal the journal of the step
	 * @param session guards the session
	 * @param outside asked before anything is executed outside of the transaction
	 * @param longestWait how long a statement outside of it waits for other sessions
	 */
	StatementSink(Connection connection, Dialect dialect, StepJournal journal, SessionGuard session, Outside outside,
			Duration longestWait) {
		this.connection = connection;
		this.dialect = dialect;
		this.journal = journal;
		this.session = session;
		this.transaction = new StepTransaction(connection, dialect, journal, session);
		this.outside = outside;
		this.journaled = new JournaledExecution(connection, dialect, journal, this.transaction, longestWait);
	}

	/**
	 * Execute a statement, if an interrupted run has not done so.
	 * @param statement the statement
	 * @param place where in the revision it stands, or an empty text
	 * @param undo writes what takes it back, or gives {@code null}
	 */
	void execute(SqlStatement statement, String place, Supplier<@Nullable String> undo) {
		requireWhole();
		try {
			if (TransactionControl.isTransactionControl(statement.text())) {
				this.transaction.control(statement);
				return;
			}
			if (StatementKind.mayChangeSession(statement.text())) {
				sessionMayChange();
			}
			if (StatementKind.isSetting(statement.text())) {
				set(statement);
				return;
			}
			Encounter encounter = this.journal.meet(statement);
			if (encounter == Encounter.EXECUTED) {
				return;
			}
			if (this.transaction.isOutside()) {
				this.outside.enter(place);
				this.journaled.execute(statement, undo, encounter == Encounter.IN_DOUBT);
			}
			else if (!this.dialect.transactionalDdl() && StatementKind.isDdl(statement.text())) {
				// Such a product commits before DDL anyway, but only once it has
				// understood the statement: so it is certain what stays
				this.journaled.executeByItself(statement, undo, encounter == Encounter.IN_DOUBT);
			}
			else {
				this.dialect.execute(this.connection, statement);
				this.transaction.executed(statement);
				this.journal.executed(statement, undo);
			}
		}
		catch (SQLException ex) {
			throw new StatementException(statement, place, ex);
		}
	}

	/**
	 * Leave the last statement of the step to what records it, if that makes no
	 * difference but of speed.
	 */
	void leaveLast() {
		this.leavesLast = true;
	}

	/**
	 * Execute the last statement of the step, as {@link #execute} does, or leave it.
	 * @param statement the statement
	 * @param place where in the revision it stands, or an empty text
	 * @param undo writes what takes it back, or gives {@code null}
	 */
	void executeLast(SqlStatement statement, String place, Supplier<@Nullable String> undo) {
		requireWhole();
		try {
			if (canBeLeft(statement)) {
				this.last = new LastStatement(statement, place);
				return;
			}
		}
		catch (SQLException ex) {
			throw new StatementException(statement, place, ex);
		}
		execute(statement, place, undo);
	}

	private boolean canBeLeft(SqlStatement statement) throws SQLException {
		return this.leavesLast && statement.parameters().isEmpty() && StatementKind.isPlain(statement.text())
				&& !this.dialect.autocommitStatements().includes(statement.text()) && this.transaction.isWhole()
				&& !this.journal.isResumed();
	}

	/**
	 * The statement that was left.
	 * @return the last one of the step, or {@code null} if all were executed
	 */
	@Nullable LastStatement last() {
		return this.last;
	}

	private void set(SqlStatement statement) throws SQLException {
		commitBefore();
		this.session.beforeSetting(this.connection, statement.text());
		this.dialect.execute(this.connection, statement);
	}

	/**
	 * Where DDL commits, what was executed is committed before something that may do so.
	 */
	private void commitBefore() throws SQLException {
		if (!this.dialect.transactionalDdl() && !this.connection.getAutoCommit()) {
			this.transaction.commit();
		}
	}

	/**
	 * Say that the revision sends a statement by itself.
	 * @param place where in the revision, or an empty text
	 * @throws SQLException if the database fails
	 */
	void executeElsewhere(String place) throws SQLException {
		requireWhole();
		if (this.journal.meet(JDBC) != Encounter.NEW) {
			throw new OperationException("an interrupted run has used op.jdbc() here, and what it did is not known; "
					+ "look, then settle it by migrate resolve --done or --undo", place);
		}
		if (this.journal.hasUnwritten()) {
			commitBefore();
		}
		this.journal.executed(JDBC, () -> null);
		this.transaction.executed(JDBC);
		if (this.connection.getAutoCommit()) {
			// Whatever it is, it stays
			this.outside.enter(place);
			this.transaction.note(this.journal::flush);
			this.transaction.allCommitted();
		}
	}

	/**
	 * Say that what the revision does depends on what it finds in the database.
	 */
	void dependsOnDatabase() {
		this.journal.allowGaps();
	}

	/**
	 * Commit what was executed, and each further statement by itself.
	 * @param place where in the revision that is asked for, or an empty text
	 */
	void leaveTransaction(String place) {
		try {
			this.outside.enter(place);
			this.transaction.commit();
			this.connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			this.failedCommit = new StatementException(new SqlStatement(SqlText.COMMIT), place, ex);
			throw this.failedCommit;
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
	 * Check that nothing of the step was rolled back, whatever the revision has made of
	 * the failure.
	 */
	void requireWhole() {
		if (this.failedCommit != null) {
			throw this.failedCommit;
		}
	}

	/**
	 * Roll back a transaction that the script has begun itself and not ended, of which
	 * the connection knows nothing.
	 * @throws SQLException if the database fails
	 */
	void rollbackOwnTransaction() throws SQLException {
		this.transaction.rollbackOwn();
	}

	/**
	 * Say that all statements were executed, but for one that is left.
	 * @throws SQLException if the database fails
	 * @throws MigrationException if the step lacks something that an interrupted run has
	 * executed
	 */
	void end() throws SQLException {
		this.journal.close();
	}

	/**
	 * What has become of the step so far.
	 * @param mayBeCommitted whether the commit was sent, or was to be sent next
	 * @return the outcome
	 */
	StepOutcome outcome(boolean mayBeCommitted) {
		return new StepOutcome(this.transaction.committed(), this.journaled.doubtful(), this.journal.isResumed(),
				mayBeCommitted);
	}

	/**
	 * Say that something which this sink does not see may change the session's settings.
	 */
	void sessionMayChange() {
		this.transaction.sessionMayChange();
	}

	/**
	 * Whether anything was executed that may have changed the session's settings.
	 * @return whether they must be put back
	 */
	boolean mayHaveChangedSession() {
		return this.transaction.mayHaveChangedSession();
	}

	/**
	 * Asked before anything is executed outside of the transaction of a step.
	 */
	@FunctionalInterface
	interface Outside {

		/**
		 * Check that it may be.
		 * @param place where in the revision, or an empty text
		 * @throws OperationException if it may not
		 * @throws SQLException if the migration is not protected there
		 */
		void enter(String place) throws SQLException;

	}

}
