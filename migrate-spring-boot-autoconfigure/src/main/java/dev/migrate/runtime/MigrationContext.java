package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.script.ScriptDirectory;

/**
 * Executes the steps of a plan on one connection, each with its version rows and its
 * entry in the history in the same transaction.
 */
final class MigrationContext {

	private static final Log logger = LogFactory.getLog(MigrationContext.class);

	private final Connection connection;

	private final Dialect dialect;

	private final ScriptDirectory directory;

	private final RuntimeSettings settings;

	private final StepGate gate;

	private final StepRecorder recorder;

	private final SessionGuard session;

	private final Journal journal;

	private final StepExecutor executor;

	/** What is kept of the way back, by the id of the revision. */
	private final Map<String, String> downgrades = new HashMap<>();

	/** Why revisions cannot be executed, by their ids. */
	private final Map<String, MigrateException> unusable = new HashMap<>();

	MigrationContext(Connection connection, Dialect dialect, ScriptDirectory directory, MigrationInstances instances,
			RuntimeSettings settings, StepGate gate, StepRecorder recorder, SessionGuard session, Journal journal) {
		this.connection = connection;
		this.dialect = dialect;
		this.directory = directory;
		this.settings = settings;
		this.gate = gate;
		this.recorder = recorder;
		this.session = session;
		this.journal = journal;
		this.executor = new StepExecutor(connection, dialect, directory, instances, settings);
	}

	/**
	 * Execute the steps.
	 * @param steps the plan
	 * @return the steps that were executed: all but those that another migrator, whom the
	 * gate has let in between, has executed
	 * @throws MigrateException if a step fails: what its transaction holds is rolled back
	 * @throws SQLException if the connection fails outside of a step
	 */
	List<Step> run(List<Step> steps) throws SQLException {
		writeDowngrades(steps);
		if (this.settings.transactionMode() == TransactionMode.SINGLE) {
			this.executor.renderer().requireOneTransaction(this.directory, steps);
			return runAtOnce(steps);
		}
		List<Step> executed = new ArrayList<>();
		for (int i = 0; i < steps.size(); i++) {
			if (run(steps, i, i + 1)) {
				executed.add(steps.get(i));
			}
		}
		return executed;
	}

	/** At once, while no lock of a step is held. */
	private void writeDowngrades(List<Step> steps) {
		for (Step step : steps) {
			try {
				String downgrade = this.executor.storedDowngrade(step);
				if (downgrade != null) {
					this.downgrades.put(step.revision().id(), downgrade);
				}
			}
			catch (MigrateException ex) {
				// Those before it are executed, and a class says only once what is wrong
				this.unusable.put(step.revision().id(), ex);
			}
		}
	}

	/** Execute in one transaction what no other migrator has executed in between. */
	private List<Step> runAtOnce(List<Step> steps) throws SQLException {
		for (int from = 0; from < steps.size(); from++) {
			if (run(steps, from, steps.size())) {
				return steps.subList(from, steps.size());
			}
		}
		return List.of();
	}

	/**
	 * Execute the steps of one transaction, again if only others, or what the session has
	 * forgotten, kept them from it.
	 */
	private boolean run(List<Step> steps, int from, int to) throws SQLException {
		LockRetry retry = new LockRetry(this.connection, this.dialect, this.settings.session());
		for (boolean first = true;; first = false) {
			Progress progress = new Progress(steps.get(from), first);
			try {
				return execute(steps, from, to, progress);
			}
			catch (RepeatStepException ex) {
				rollback(progress.sink, ex);
			}
			catch (Exception ex) {
				rollback(progress.sink, ex);
				Step step = progress.step;
				StepOutcome outcome = progress.outcome();
				if (outcome.doubtful() != null || !retry
					.again("The %s of revision %s".formatted(step.direction().id(), step.revision().id()), ex)) {
					throw new StepFailure(this.dialect, this.settings).of(step, outcome, retry.describe(), ex);
				}
			}
		}
	}

	private boolean execute(List<Step> steps, int from, int to, Progress progress) throws Exception {
		boolean transaction = this.executor.runsInTransaction(steps.get(from));
		this.connection.setAutoCommit(!transaction);
		if (!transaction) {
			this.gate.leaveTransaction(this.connection, "");
		}
		if (!this.gate.enter(this.connection, from)) {
			this.connection.rollback();
			return false;
		}
		for (int i = from; i < to; i++) {
			Step step = steps.get(i);
			progress.step = step;
			ProcessEnd.refuse("The migration, before revision " + step.revision().id() + ",");
			if (logger.isInfoEnabled()) {
				logger.info("Running " + step.direction().id() + " " + step);
			}
			if (i == to - 1) {
				executeAndCommit(step, progress);
			}
			else {
				this.recorder.record(this.connection, execute(step, begin(step, progress)));
			}
		}
		return true;
	}

	private void executeAndCommit(Step step, Progress progress) throws Exception {
		StatementSink sink = begin(step, progress);
		// A second try shall tell what has failed in any case
		if (progress.first && this.recorder.takesLastStatement(this.connection, step, downgrade(step))) {
			sink.leaveLast();
		}
		StepRecord entry = execute(step, sink);
		progress.mayBeCommitted = true;
		this.recorder.recordAndCommit(this.connection, entry, sink.last(), progress.isRepeatable());
	}

	private StatementSink begin(Step step, Progress progress) throws SQLException {
		StepJournal statements = new StepJournal(this.journal, this.connection, this.dialect, step);
		StatementSink sink = new StatementSink(this.connection, this.dialect, statements, this.session,
				(place) -> this.gate.leaveTransaction(this.connection, place), this.settings.lockTimeout());
		progress.sink = sink;
		return sink;
	}

	/** Execute a step, and say what is to be recorded of it. */
	private StepRecord execute(Step step, StatementSink sink) throws Exception {
		MigrateException reason = this.unusable.get(step.revision().id());
		if (reason != null) {
			throw reason;
		}
		long start = System.nanoTime();
		String checksum = this.executor.execute(step, sink);
		sink.requireWhole();
		long durationMs = (System.nanoTime() - start) / 1_000_000;
		// Some settings cannot be changed in a transaction
		if (sink.mayHaveChangedSession()) {
			this.gate.verify(this.connection);
			this.session.pin(this.connection);
			this.recorder.sessionMayHaveChanged();
		}
		this.connection.setAutoCommit(false);
		this.session.verify(this.connection);
		sink.end();
		return new StepRecord(step, checksum, durationMs, downgrade(step));
	}

	private @Nullable String downgrade(Step step) {
		return this.downgrades.get(step.revision().id());
	}

	private void rollback(@Nullable StatementSink sink, Exception failure) {
		if (sink != null) {
			attempt(sink::rollbackOwnTransaction, failure);
		}
		attempt(new Cleanup(this.connection)::endTransaction, failure);
		attempt(() -> this.journal.rolledBack(this.connection), failure);
	}

	private static void attempt(Cleanup.Action action, Exception failure) {
		try {
			action.run();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * How far a try has come.
	 */
	private static final class Progress {

		/** Whether nothing was tried before. */
		private final boolean first;

		private Step step;

		private @Nullable StatementSink sink;

		/** Whether the commit was sent, or is sent next. */
		private boolean mayBeCommitted;

		Progress(Step step, boolean first) {
			this.step = step;
			this.first = first;
		}

		StepOutcome outcome() {
			return (this.sink != null) ? this.sink.outcome(this.mayBeCommitted) : StepOutcome.NOTHING;
		}

		/** Whether a rollback takes everything back that was executed. */
		boolean isRepeatable() {
			return !outcome().isPartDone();
		}

	}

}
