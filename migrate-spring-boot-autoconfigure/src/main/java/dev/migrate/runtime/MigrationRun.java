package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.Migrator.Goal;
import dev.migrate.script.ScriptDirectory;

/**
 * One run with something to do: takes the lock, looks again where the database stands,
 * and executes.
 *
 * @param connection the connection
 * @param store the tables
 * @param directory the revisions
 * @param instances creates Java revisions
 * @param settings the settings
 * @param locking holds other migrators off
 * @param end ends the run with the process
 */
record MigrationRun(MigrationConnection connection, VersionStore store, ScriptDirectory directory,
		MigrationInstances instances, RuntimeSettings settings, Locking locking, ProcessEnd end) {

	/**
	 * Execute the steps to a goal.
	 * @param seen where the database stood before
	 * @param planned the steps from there
	 * @param goal where they lead
	 * @return the steps that were executed
	 * @throws SQLException if the database fails outside of a step
	 * @throws dev.migrate.revision.MigrateException if a step fails, or there is no way
	 */
	List<Step> execute(Position seen, List<Step> planned, Goal goal) throws SQLException {
		return this.locking.isForTransaction() ? executeInTransactions(seen, goal)
				: executeInSession(seen, planned, goal);
	}

	private List<Step> executeInSession(Position seen, List<Step> planned, Goal goal) throws SQLException {
		Connection jdbc = this.connection.jdbc();
		MigrationLock lock = this.locking.sessionLock(dialect(), seen);
		return this.locking.forSession(lock, jdbc, () -> {
			// Another migrator may have been here while this one waited
			Position position = this.store.readAgain(jdbc, seen);
			List<Step> steps = isPlanOf(position, seen) ? planned
					: new Planning(jdbc, this.store, position, this.directory).steps(goal);
			if (steps.isEmpty()) {
				return steps;
			}
			SessionGuard session = dialect().sessionGuard();
			session.begin(jdbc, this.settings.schema());
			try {
				Duration longestWait = this.settings.session().ddlLockTimeout();
				if (!longestWait.isZero()) {
					session.limitLockWait(jdbc, longestWait);
				}
				this.store.createTables(jdbc, position);
				return execute(position, steps, new SessionGate(lock), session);
			}
			finally {
				new Cleanup(jdbc).run(() -> session.end(jdbc));
			}
		});
	}

	/** Whether a plan depends on nothing that may have changed in between. */
	private boolean isPlanOf(Position position, Position seen) {
		return position.equals(seen) && !position.journaled()
				&& position.rows().stream().allMatch(this.directory.graph()::contains);
	}

	private List<Step> executeInTransactions(Position seen, Goal goal) throws SQLException {
		Connection jdbc = this.connection.jdbc();
		MigrationLock lock = this.locking.transactionLock(dialect(), seen);
		this.locking.forTransaction(lock, jdbc, () -> {
			this.store.createMissingTables(jdbc, seen);
			return seen;
		});
		Position position = this.store.read(jdbc);
		while (true) {
			List<Step> steps = new Planning(jdbc, this.store, position, this.directory).steps(goal);
			if (steps.isEmpty()) {
				return steps;
			}
			SessionGuard session = dialect().transactionGuard();
			TransactionGate gate = new TransactionGate(lock, session, this.store, position, this.settings, steps);
			try {
				return execute(position, steps, gate, session);
			}
			catch (MigrationException ex) {
				Position now = gate.isOvertaken() ? this.store.read(jdbc) : position;
				if (now.rows().equals(position.rows())) {
					throw ex;
				}
				// As if this run had waited for the lock before it planned
				position = now;
			}
			finally {
				new Cleanup(jdbc).run(() -> session.end(jdbc));
			}
		}
	}

	private List<Step> execute(Position position, List<Step> steps, StepGate gate, SessionGuard session)
			throws SQLException {
		Connection jdbc = this.connection.jdbc();
		Journal journal = this.store.journal(position);
		if (!dialect().transactionalDdl()) {
			// Later it would commit what a revision has done
			journal.create(jdbc);
		}
		int transactions = (this.settings.transactionMode() == TransactionMode.SINGLE) ? 1 : steps.size();
		StepRecorder recorder = this.store.recorder(position, gate, transactions);
		List<Step> executed = new ArrayList<>();
		try {
			MigrationContext context = new MigrationContext(jdbc, dialect(), this.directory, this.instances,
					this.settings, gate, recorder, session, journal);
			this.end.run(jdbc, dialect(), () -> executed.addAll(context.run(steps)));
			return executed;
		}
		finally {
			new Cleanup(jdbc).run(() -> recorder.close(jdbc));
			new Cleanup(jdbc).run(() -> journal.dropIfEmpty(jdbc));
		}
	}

	private Dialect dialect() {
		return this.connection.dialect();
	}

}
