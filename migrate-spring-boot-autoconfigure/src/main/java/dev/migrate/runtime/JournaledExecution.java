package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Executes statements that stay whatever becomes of their step, and sees to it that the
 * journal knows of them.
 */
final class JournaledExecution {

	private final Connection connection;

	private final Dialect dialect;

	private final StepJournal journal;

	private final StepTransaction transaction;

	private final Duration longestWait;

	private @Nullable SqlStatement doubtful;

	/**
	 * Create the execution of the statements of a step.
	 * @param connection the connection
	 * @param dialect the product
	 * @param journal the journal of the step
	 * @param transaction the transactions of the step
	 * @param longestWait how long a statement waits for other sessions
	 */
	JournaledExecution(Connection connection, Dialect dialect, StepJournal journal, StepTransaction transaction,
			Duration longestWait) {
		this.connection = connection;
		this.dialect = dialect;
		this.journal = journal;
		this.transaction = transaction;
		this.longestWait = longestWait;
	}

	/**
	 * Execute a statement outside of any transaction: in one of its own with its entry in
	 * the journal, if it can be part of one.
	 * @param statement the statement
	 * @param undo writes what takes it back, or gives {@code null}
	 * @param inDoubt whether an interrupted run has begun it and nobody knows more
	 * @throws SQLException if the statement, or the database, fails
	 * @throws MigrationException if the statement is in doubt and cannot be repeated
	 */
	void execute(SqlStatement statement, Supplier<@Nullable String> undo, boolean inDoubt) throws SQLException {
		boolean atomic = this.dialect.transactionalDdl() && StatementKind.isAtomic(statement.text())
				&& !this.dialect.autocommitStatements().includes(statement.text());
		if (!atomic) {
			executeByItself(statement, undo, inDoubt);
			return;
		}
		// Together with its entry, so that it is never in doubt
		this.connection.setAutoCommit(false);
		try {
			this.dialect.execute(this.connection, statement);
			this.journal.executed(statement, undo);
			this.transaction.commit();
		}
		catch (SQLException ex) {
			SQLException failure = rolledBack(ex);
			if (!StepFailure.isRefusedInTransaction(ex)) {
				throw failure;
			}
			executeByItself(statement, undo, inDoubt);
			return;
		}
		this.connection.setAutoCommit(true);
		this.transaction.committed(statement);
	}

	private SQLException rolledBack(SQLException failure) {
		try {
			this.connection.rollback();
			this.connection.setAutoCommit(true);
			this.journal.rolledBack();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
		return failure;
	}

	/**
	 * Execute a statement that commits, or may, whatever transaction there is. The
	 * journal knows before that it is begun, and behind it that it is finished.
	 * @param statement the statement
	 * @param undo writes what takes it back, or gives {@code null}
	 * @param inDoubt whether an interrupted run has begun it and nobody knows more
	 * @throws SQLException if the statement, or the database, fails
	 * @throws MigrationException if the statement is in doubt and cannot be repeated
	 */
	void executeByItself(SqlStatement statement, Supplier<@Nullable String> undo, boolean inDoubt) throws SQLException {
		boolean special = this.dialect.autocommitStatements().includes(statement.text());
		if (inDoubt && !special && (this.dialect.transactionalDdl() || !StatementKind.isDdl(statement.text()))) {
			throw inDoubt(statement);
		}
		this.transaction.note(() -> this.journal.begin(statement, undo));
		this.transaction.commitNotes();
		this.transaction.allCommitted();
		try {
			if (special) {
				this.dialect.autocommitStatements().execute(this.connection, statement, this.longestWait, inDoubt);
			}
			else {
				this.dialect.execute(this.connection, statement);
			}
		}
		catch (SQLException ex) {
			if (!inDoubt || special || !this.dialect.isAlreadyDone(ex)) {
				throw failed(statement, ex);
			}
		}
		this.transaction.note(this.journal::finish);
		this.transaction.commitNotes();
		this.transaction.committed(statement);
	}

	private SQLException failed(SqlStatement statement, SQLException failure) {
		if (StatementKind.mayCommit(statement.text())) {
			this.doubtful = statement;
		}
		// What ended with its session may have been executed nevertheless
		else if (!this.dialect.isSessionLost(failure)) {
			try {
				this.transaction.note(this.journal::forget);
				this.transaction.commitNotes();
			}
			catch (SQLException ex) {
				failure.addSuppressed(ex);
			}
		}
		return failure;
	}

	private static MigrationException inDoubt(SqlStatement statement) {
		return new MigrationException(Kind.INCOMPLETE,
				"An interrupted run has begun '%s', and nobody knows whether it was executed"
					.formatted(SqlText.shortened(statement)),
				"look, then settle it by migrate resolve --done, --retry or --undo");
	}

	/**
	 * A statement that has failed and may have committed a part of what it did.
	 * @return the statement, or {@code null} if there is none
	 */
	@Nullable SqlStatement doubtful() {
		return this.doubtful;
	}

}
