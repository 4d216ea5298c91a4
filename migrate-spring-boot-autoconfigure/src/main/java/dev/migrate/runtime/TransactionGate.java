package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * A lock that is taken anew in each transaction. Between two of them another migrator may
 * have executed steps of the same plan, which shows in the version rows.
 */
final class TransactionGate implements StepGate {

	private static final int NONE = -1;

	private final MigrationLock lock;

	private final SessionGuard guard;

	private final VersionStore store;

	private final Position position;

	private final RuntimeSettings settings;

	/** The version rows before each step of the plan, and behind the last one. */
	private final List<Set<String>> rows = new ArrayList<>();

	/** The step before which the gate has opened first. */
	private int first = NONE;

	private boolean overtaken;

	TransactionGate(MigrationLock lock, SessionGuard guard, VersionStore store, Position position,
			RuntimeSettings settings, List<Step> plan) {
		this.lock = lock;
		this.guard = guard;
		this.store = store;
		this.position = position;
		this.settings = settings;
		Set<String> present = new HashSet<>(position.rows());
		this.rows.add(Set.copyOf(present));
		for (Step step : plan) {
			present.removeAll(step.deletedRows());
			present.addAll(step.insertedRows());
			this.rows.add(Set.copyOf(present));
		}
	}

	@Override
	public boolean enter(Connection connection, int index) throws SQLException {
		LockWait.acquireInTransaction(this.lock, connection, this.settings.lockTimeout());
		this.guard.begin(connection, this.settings.schema());
		if (!this.settings.session().ddlLockTimeout().isZero()) {
			this.guard.limitLockWait(connection, this.settings.session().ddlLockTimeout());
		}
		Set<String> found = new HashSet<>(this.store.rows(connection, this.position));
		if (found.equals(this.rows.get(index))) {
			this.first = (this.first == NONE) ? index : this.first;
			return true;
		}
		if (this.rows.subList(index + 1, this.rows.size()).contains(found)) {
			return false;
		}
		// Once more at the same step: its transaction was rolled back
		this.overtaken = this.first == NONE || this.first == index;
		throw changed(found);
	}

	/**
	 * Whether other migrators have left the plan before a step of it was executed, so
	 * that another plan may be made.
	 * @return whether the plan was refused as a whole
	 */
	boolean isOvertaken() {
		return this.overtaken;
	}

	private MigrationException changed(Collection<String> found) {
		return new MigrationException(Kind.CONCURRENT_CHANGE,
				"The version rows became %s while this run waited, which is no part of its plan".formatted(found),
				"nothing of the next revision was executed: look who else migrates this database, then start again");
	}

	@Override
	public void leaveTransaction(Connection connection, String place) {
		throw new OperationException("what is executed outside of a transaction cannot be protected by the lock of a "
				+ "transaction; connect past the pooler by migrate.url, with migrate.lock.mode=session", place);
	}

	@Override
	public void verify(Connection connection) {
		// The lock is that of the transaction itself
	}

	@Override
	public @Nullable String condition() {
		return null;
	}

}
