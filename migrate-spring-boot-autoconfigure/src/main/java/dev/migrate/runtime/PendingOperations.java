package dev.migrate.runtime;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Pending;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Execute;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;

/**
 * Holds each operation back until the next call, so that options can refine it.
 */
abstract class PendingOperations implements Operations {

	private final CallSite callSite;

	private final Dialect dialect;

	private final NamingConvention naming;

	private final Thread thread = Thread.currentThread();

	private @Nullable PendingOperation<?> pending;

	private boolean outside;

	private boolean last;

	private volatile boolean ended;

	private volatile @Nullable IllegalStateException misuse;

	/**
	 * Create operations, for the calling thread.
	 * @param callSite finds the lines of the revision that messages name
	 * @param dialect the product
	 * @param naming names constraints without a name
	 */
	PendingOperations(CallSite callSite, Dialect dialect, NamingConvention naming) {
		this.dialect = dialect;
		this.naming = naming;
		this.callSite = callSite;
	}

	/**
	 * Let a revision perform its operations. All of them are performed when this returns,
	 * and none can be called afterwards.
	 * @param migration the revision
	 * @param direction upgrade or downgrade
	 * @throws Exception if the revision or one of its operations fails
	 */
	final void run(Migration migration, Direction direction) throws Exception {
		try {
			if (direction == Direction.UPGRADE) {
				migration.upgrade(this);
			}
			else {
				migration.downgrade(this);
			}
			this.last = true;
			flush();
		}
		catch (IllegalArgumentException ex) {
			throw this.callSite.explain(ex);
		}
		finally {
			this.ended = true;
		}
		if (this.misuse != null) {
			throw this.misuse;
		}
	}

	@Override
	public final <O extends Operation> Pending<O> invoke(O operation) {
		flush();
		PendingOperation<O> next = new PendingOperation<>(operation, callerLine());
		this.pending = next;
		return next;
	}

	@Override
	public final void autocommit(Runnable block) {
		flush();
		if (this.outside) {
			block.run();
			return;
		}
		leaveTransaction(callerLine());
		this.outside = true;
		try {
			block.run();
			flush();
		}
		catch (RuntimeException ex) {
			backIntoTransaction(ex);
			throw ex;
		}
		this.outside = false;
		enterTransaction();
	}

	/** A revision may catch what fails in a block, and go on. */
	private void backIntoTransaction(RuntimeException failure) {
		this.pending = null;
		this.outside = false;
		try {
			enterTransaction();
		}
		catch (StatementException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Whether an operation is a statement of the revision's own that cannot be part of a
	 * transaction, and is performed in one.
	 * @param operation the operation
	 * @param statements its statements
	 * @return whether the transaction is left for it
	 */
	final boolean leavesTransaction(Operation operation, List<String> statements) {
		return !this.outside && operation instanceof Execute
				&& statements.stream().anyMatch(this.dialect.autocommitStatements()::includes);
	}

	/**
	 * Commit what was done, and each further statement by itself.
	 * @param place where in the revision that is asked for, or an empty text
	 */
	abstract void leaveTransaction(String place);

	/**
	 * Begin a transaction again.
	 */
	abstract void enterTransaction();

	/**
	 * Perform the operation that is held back, if there is one.
	 */
	final void flush() {
		requireRunning();
		PendingOperation<?> next = this.pending;
		if (next == null) {
			return;
		}
		this.pending = null;
		try {
			perform(this.naming.apply(next.operation, this.dialect.identifiers()::shorten), next.place);
		}
		catch (OperationException | StatementException | MigrateException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// An operation of a user's own may fail in any way
			throw new OperationException(next.operation, next.place, ex);
		}
	}

	/**
	 * Whether the revision has said all its operations, so that the one that is being
	 * performed is the last.
	 * @return whether none can follow
	 */
	final boolean isLast() {
		return this.last;
	}

	private void requireRunning() {
		if (Thread.currentThread() != this.thread) {
			// Kept, since who started the thread may never look at how it ended
			this.misuse = new IllegalStateException(
					"Thread '%s' called op, which serves only the thread of the revision"
						.formatted(Thread.currentThread().getName()));
			throw this.misuse;
		}
		if (this.ended) {
			throw new IllegalStateException("The revision has ended, op can no longer be called");
		}
	}

	/**
	 * Perform an operation.
	 * @param operation the operation
	 * @param place where in the revision it stands, or an empty text
	 */
	abstract void perform(Operation operation, String place);

	/**
	 * The line of the revision that is calling.
	 * @return a phrase, as {@code line 12}, or an empty text
	 */
	final String callerLine() {
		return this.callSite.line();
	}

	private final class PendingOperation<O extends Operation> implements Pending<O> {

		private final String place;

		private O operation;

		PendingOperation(O operation, String place) {
			this.operation = operation;
			this.place = place;
		}

		@Override
		public void amend(UnaryOperator<O> change) {
			if (PendingOperations.this.pending != this) {
				throw new IllegalStateException("'%s' has already been executed; call its options at once"
					.formatted(this.operation.describe()));
			}
			this.operation = change.apply(this.operation);
		}

	}

}
