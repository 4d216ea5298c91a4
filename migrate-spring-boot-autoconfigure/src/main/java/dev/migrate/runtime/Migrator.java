package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionPlanner;
import dev.migrate.revision.StampPlan;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;

/**
 * Brings a database from where it stands to where a plan leads: looks first without any
 * lock, and only if there is something to do takes the lock, looks again and executes.
 * All of that happens on one connection.
 */
public final class Migrator {

	private static final Log logger = LogFactory.getLog(Migrator.class);

	private final ConnectionSource connections;

	private final MigrationInstances instances;

	private final RuntimeSettings settings;

	private final Locking locking;

	/**
	 * Create a migrator.
	 * @param connections where connections come from
	 * @param instances creates Java revisions
	 * @param settings the settings
	 */
	public Migrator(ConnectionSource connections, MigrationInstances instances, RuntimeSettings settings) {
		this.connections = connections.withRole(settings.session().role());
		this.instances = instances;
		this.settings = settings;
		this.locking = new Locking(settings.lockTimeout());
	}

	/**
	 * Check that sections for one product name a product that there is.
	 * @param directory the revisions
	 * @throws MigrationException if one does not: it would never be executed
	 */
	public void requireKnownProducts(ScriptDirectory directory) {
		for (RevisionScript script : directory.scripts()) {
			if (script instanceof SqlRevisionScript sql) {
				sql.sections().forEach((section) -> requireKnownProduct(sql.revision(), section.dialect()));
			}
		}
	}

	private void requireKnownProduct(Revision revision, @Nullable String dialect) {
		if (dialect != null
				&& this.connections.dialects().all().stream().noneMatch((known) -> known.name().equals(dialect))) {
			throw new MigrationException(
					Kind.UNSUPPORTED, "Revision %s (%s) has a section for '%s', which is no product"
						.formatted(revision.id(), revision.source(), dialect),
					"the products are " + this.connections.dialects().names());
		}
	}

	/**
	 * Execute the steps that lead from the database's version rows to a goal.
	 * @param directory the revisions
	 * @param goal plans the steps
	 * @return the steps that were executed, in order
	 * @throws MigrateException if the database cannot be reached, is at an unknown
	 * revision, has applied a file that was changed since, is locked, or a step fails;
	 * nothing is executed but what the message names
	 */
	public List<Step> migrate(ScriptDirectory directory, Goal goal) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = LockWait.read(store, connection, this.settings.lockTimeout());
			List<Step> steps = plan(connection.jdbc(), store, position, directory, goal);
			return steps.isEmpty() ? steps : migrateLocked(connection, store, position, directory, goal);
		}
		catch (SQLException ex) {
			throw StepFailure.database("The migration", ex);
		}
	}

	private List<Step> migrateLocked(MigrationConnection connection, VersionStore store, Position seen,
			ScriptDirectory directory, Goal goal) throws SQLException {
		if (this.settings.session().lockMode() == LockMode.TRANSACTION) {
			return migrateInTransactions(connection, store, seen, directory, goal);
		}
		MigrationLock lock = connection.dialect().lock(scope(seen));
		return this.locking.forSession(lock, connection.jdbc(), () -> {
			Connection jdbc = connection.jdbc();
			// Another migrator may have been here while this one waited
			Position position = store.read(jdbc);
			List<Step> steps = plan(jdbc, store, position, directory, goal);
			if (!steps.isEmpty()) {
				SessionGuard session = connection.dialect().sessionGuard();
				session.begin(jdbc, this.settings.schema());
				try {
					if (!this.settings.session().ddlLockTimeout().isZero()) {
						session.limitLockWait(jdbc, this.settings.session().ddlLockTimeout());
					}
					store.createTables(jdbc, position);
					return run(connection, store, position, directory, steps, new SessionGate(lock), session);
				}
				finally {
					new Cleanup(jdbc).run(() -> session.end(jdbc));
				}
			}
			return steps;
		});
	}

	private List<Step> migrateInTransactions(MigrationConnection connection, VersionStore store, Position seen,
			ScriptDirectory directory, Goal goal) throws SQLException {
		Connection jdbc = connection.jdbc();
		MigrationLock lock = this.locking.transactionLock(connection.dialect(), scope(seen));
		this.locking.forTransaction(lock, jdbc, () -> {
			store.createMissingTables(jdbc, seen);
			return seen;
		});
		Position position = store.read(jdbc);
		List<Step> steps = plan(jdbc, store, position, directory, goal);
		if (!steps.isEmpty()) {
			SessionGuard session = connection.dialect().transactionGuard();
			try {
				return run(connection, store, position, directory, steps,
						new TransactionGate(lock, session, store, position, this.settings, steps), session);
			}
			finally {
				new Cleanup(jdbc).run(() -> session.end(jdbc));
			}
		}
		return steps;
	}

	private List<Step> run(MigrationConnection connection, VersionStore store, Position position,
			ScriptDirectory directory, List<Step> steps, StepGate gate, SessionGuard session) throws SQLException {
		Connection jdbc = connection.jdbc();
		Journal journal = store.journal(position);
		if (!connection.dialect().transactionalDdl()) {
			// Later it would commit what a revision has done
			journal.create(jdbc);
		}
		try {
			return new MigrationContext(jdbc, connection.dialect(), directory, this.instances, this.settings, gate,
					recorder(connection.dialect(), store, position, gate), session, journal)
				.run(steps);
		}
		finally {
			new Cleanup(jdbc).run(() -> journal.dropIfEmpty(jdbc));
		}
	}

	private LockScope scope(Position position) {
		return new LockScope(position.schema(), this.settings.versionTable(), this.connections::openRaw);
	}

	private <T> T locked(MigrationConnection connection, VersionStore store, Position seen, LockedWork<T> work)
			throws SQLException {
		Connection jdbc = connection.jdbc();
		if (this.settings.session().lockMode() == LockMode.TRANSACTION) {
			MigrationLock lock = this.locking.transactionLock(connection.dialect(), scope(seen));
			return this.locking.forTransaction(lock, jdbc, () -> {
				store.createMissingTables(jdbc, seen);
				return work.execute(new TransactionGate(lock, connection.dialect().transactionGuard(), store, seen,
						this.settings, List.of()));
			});
		}
		MigrationLock lock = connection.dialect().lock(scope(seen));
		return this.locking.forSession(lock, jdbc, () -> {
			store.createTables(jdbc, store.read(jdbc));
			return work.execute(new SessionGate(lock));
		});
	}

	private static StepRecorder recorder(Dialect dialect, VersionStore store, Position position, StepGate gate) {
		return new StepRecorder(dialect, store.versionTable(position), store.historyTable(position), gate);
	}

	/**
	 * Set the version rows without executing any revision.
	 * @param directory the revisions
	 * @param goal plans the rows
	 * @param purge whether whatever rows there are go, also those of unknown revisions
	 * @throws MigrateException if the database cannot be reached, is locked or, without
	 * {@code purge}, at an unknown revision: no row is changed then
	 */
	public void stamp(ScriptDirectory directory, StampGoal goal, boolean purge) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position seen = LockWait.read(store, connection, this.settings.lockTimeout());
			// What cannot be planned changes nothing, not even by creating the tables
			stampPlan(connection, store, seen, directory, goal, purge);
			locked(connection, store, seen, (gate) -> {
				Position position = store.read(connection.jdbc());
				StampPlan plan = stampPlan(connection, store, position, directory, goal, purge);
				stamp(connection, recorder(connection.dialect(), store, position, gate), directory.graph(), plan);
				return plan;
			});
		}
		catch (SQLException ex) {
			throw StepFailure.database("The stamp", ex);
		}
	}

	private static StampPlan stampPlan(MigrationConnection connection, VersionStore store, Position position,
			ScriptDirectory directory, StampGoal goal, boolean purge) throws SQLException {
		HalfDone.requireNone(store.journal(position).read(connection.jdbc()));
		return purge ? purge(goal, directory, position) : goal.plan(new RevisionPlanner(directory.graph()),
				knownRows(connection.jdbc(), store, position, directory.graph()));
	}

	private static StampPlan purge(StampGoal goal, ScriptDirectory directory, Position position) {
		Set<String> wanted = goal.plan(new RevisionPlanner(directory.graph()), List.of()).insertedRows();
		Set<String> deleted = new LinkedHashSet<>(position.rows());
		deleted.removeAll(wanted);
		Set<String> inserted = new LinkedHashSet<>(wanted);
		inserted.removeAll(position.rows());
		return new StampPlan(List.copyOf(wanted), deleted, inserted);
	}

	private static void stamp(MigrationConnection connection, StepRecorder recorder, RevisionGraph graph,
			StampPlan plan) throws SQLException {
		connection.jdbc().setAutoCommit(false);
		for (Step step : StampSteps.of(graph, plan)) {
			logger.info("Running stamp " + step);
			recorder.record(connection.jdbc(), new StepRecord(step, null, 0, null));
		}
		connection.jdbc().commit();
	}

	/**
	 * Settle a half-done revision.
	 * @param directory the revisions
	 * @param resolution how
	 * @throws MigrateException if none is half done, this build does not have it, or it
	 * cannot be settled in that way; the message says what was done nevertheless
	 */
	public void resolve(ScriptDirectory directory, Resolution resolution) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Connection jdbc = connection.jdbc();
			locked(connection, store, LockWait.read(store, connection, this.settings.lockTimeout()), (gate) -> {
				Position position = store.read(jdbc);
				Journal journal = store.journal(position);
				StepResolution step = new StepResolution(jdbc, connection.dialect(), journal);
				switch (resolution) {
					case DONE -> step.done(recorder(connection.dialect(), store, position, gate),
							step.step(new RevisionPlanner(directory.graph()),
									knownRows(jdbc, store, position, directory.graph())));
					case RETRY -> step.forgetDoubt();
					case UNDO -> step.undo();
					case UNDONE -> step.forget();
				}
				journal.dropIfEmpty(jdbc);
				return position;
			});
		}
		catch (SQLException ex) {
			throw StepFailure.database("The resolution", ex);
		}
	}

	/**
	 * Create the version table and the history, if the database lacks them.
	 * @throws MigrateException if the database cannot be reached or is locked
	 */
	public void ensureTables() {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position seen = LockWait.read(store, connection, this.settings.lockTimeout());
			if (!seen.versioned() || !seen.logged()) {
				locked(connection, store, seen, (gate) -> seen);
			}
		}
		catch (SQLException ex) {
			throw StepFailure.database("Creating the version tables", ex);
		}
	}

	/**
	 * Looks at the same database.
	 * @return a reader
	 */
	public DatabaseReader reader() {
		return new DatabaseReader(this.connections, this.settings);
	}

	/**
	 * Sessions for other work on the same database.
	 * @return the sessions
	 */
	public DatabaseSession session() {
		return new DatabaseSession(this.connections, this.settings);
	}

	private List<Step> plan(Connection connection, VersionStore store, Position position, ScriptDirectory directory,
			Goal goal) throws SQLException {
		Set<String> rows = knownRows(connection, store, position, directory.graph());
		requireUnchanged(directory, rows, position);
		List<Step> steps = goal.plan(new RevisionPlanner(directory.graph()), rows);
		HalfDone.requireIn(steps, store.journal(position).read(connection));
		return steps;
	}

	private static Set<String> knownRows(Connection connection, VersionStore store, Position position,
			RevisionGraph graph) throws SQLException {
		Lineage lineage = Lineage.readKnown(connection, store, position, graph);
		if (!lineage.ahead().isEmpty()) {
			logger.warn("The database is ahead of this build: a newer one has applied revision "
					+ String.join(", ", lineage.ahead()));
		}
		return lineage.knownRows();
	}

	private void requireUnchanged(ScriptDirectory directory, Set<String> rows, Position position) {
		if (position.checksums().isEmpty()) {
			return;
		}
		for (String id : directory.graph().ancestors(rows)) {
			RevisionScript script = directory.script(id);
			String recorded = position.checksums().get(id);
			if (recorded != null && script instanceof SqlRevisionScript sql && !recorded.equals(sql.checksum())) {
				throw new MigrationException(Kind.CHANGED_CHECKSUM,
						"The file %s of revision %s was changed after the revision was applied"
							.formatted(sql.revision().source(), id),
						("restore the file and write a new revision, or accept the change by UPDATE %s SET checksum = "
								+ "'%s' WHERE revision = '%s'")
							.formatted(this.settings.historyTable(), sql.checksum(), id));
			}
		}
	}

	/**
	 * Where a migration leads.
	 */
	@FunctionalInterface
	public interface Goal {

		/**
		 * Plan the way.
		 * @param planner plans on the revisions of this build
		 * @param rows the revisions of this build that the version rows stand for
		 * @return the steps
		 */
		List<Step> plan(RevisionPlanner planner, Collection<String> rows);

	}

	/**
	 * Where a stamp leads.
	 */
	@FunctionalInterface
	public interface StampGoal {

		/**
		 * Plan the version rows.
		 * @param planner plans on the revisions of this build
		 * @param rows the revisions of this build that the version rows stand for
		 * @return the plan
		 */
		StampPlan plan(RevisionPlanner planner, Collection<String> rows);

	}

	/**
	 * Something to do while the lock is held.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface LockedWork<T> {

		T execute(StepGate gate) throws SQLException;

	}

}
