package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
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
import dev.migrate.revision.Direction;
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

	/**
	 * Create a migrator.
	 * @param connections where connections come from
	 * @param instances creates Java revisions
	 * @param settings the settings
	 */
	public Migrator(ConnectionSource connections, MigrationInstances instances, RuntimeSettings settings) {
		this.connections = connections;
		this.instances = instances;
		this.settings = settings;
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
		try (ProcessEnd end = ProcessEnd.watch();
				MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = LockWait.read(store, connection, this.settings.lockTimeout());
			List<Step> steps = plan(connection.jdbc(), store, position, directory, goal);
			return steps.isEmpty() ? steps : migrateLocked(connection, store, position, directory, goal, end);
		}
		catch (SQLException ex) {
			throw StepFailure.database("The migration", ex);
		}
	}

	/**
	 * Plan the steps that lead from the database's version rows to a goal, and execute
	 * none of them.
	 * @param directory the revisions
	 * @param goal plans the steps
	 * @return the steps
	 * @throws MigrateException as {@link #migrate} before it executes anything
	 */
	public List<Step> plan(ScriptDirectory directory, Goal goal) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = LockWait.read(store, connection, this.settings.lockTimeout());
			return plan(connection.jdbc(), store, position, directory, goal);
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the version rows", ex);
		}
	}

	private List<Step> migrateLocked(MigrationConnection connection, VersionStore store, Position seen,
			ScriptDirectory directory, Goal goal, ProcessEnd end) throws SQLException {
		return locked(connection, seen, () -> {
			Connection jdbc = connection.jdbc();
			// Another migrator may have been here while this one waited
			Position position = store.read(jdbc);
			List<Step> steps = plan(jdbc, store, position, directory, goal);
			if (!steps.isEmpty()) {
				SessionGuard session = connection.dialect().sessionGuard();
				session.begin(jdbc, this.settings.schema());
				try {
					store.createTables(jdbc, position);
					MigrationContext context = new MigrationContext(jdbc, connection.dialect(), directory,
							this.instances, this.settings.naming(), recorder(connection.dialect(), store, position),
							session);
					end.run(jdbc, connection.dialect(), () -> context.run(steps, this.settings.transactionMode()));
				}
				finally {
					new Cleanup(jdbc).run(() -> session.end(jdbc));
				}
			}
			return steps;
		});
	}

	/** Do something while the lock is held. */
	<T> T locked(MigrationConnection connection, Position seen, LockedWork<T> work) throws SQLException {
		Connection jdbc = connection.jdbc();
		MigrationLock lock = connection.dialect()
			.lock(new LockScope(seen.schema(), this.settings.versionTable(), this.connections::openRaw));
		LockWait.acquire(lock, jdbc, this.settings.lockTimeout());
		try {
			return work.execute();
		}
		finally {
			new Cleanup(jdbc).run(() -> lock.release(jdbc));
		}
	}

	static StepRecorder recorder(Dialect dialect, VersionStore store, Position position) {
		return new StepRecorder(dialect, store.versionTable(position), store.historyTable(position));
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
			locked(connection, LockWait.read(store, connection, this.settings.lockTimeout()), () -> {
				Position position = store.read(connection.jdbc());
				StampPlan plan = purge ? purge(goal, directory, position)
						: plan(goal, directory, lineage(connection.jdbc(), store, position, directory.graph()));
				store.createTables(connection.jdbc(), position);
				stamp(connection, recorder(connection.dialect(), store, position), directory.graph(), plan);
				return plan;
			});
		}
		catch (SQLException ex) {
			throw StepFailure.database("The stamp", ex);
		}
	}

	private static StampPlan plan(StampGoal goal, ScriptDirectory directory, Lineage lineage) {
		StampPlan plan = goal.plan(new RevisionPlanner(directory.graph()), lineage.knownRows());
		if (!Collections.disjoint(plan.deletedRows(), lineage.implied())) {
			throw lineage.ahead(Direction.STAMP);
		}
		return plan;
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
	 * Create the version table and the history, if the database lacks them.
	 * @throws MigrateException if the database cannot be reached or is locked
	 */
	public void ensureTables() {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position seen = LockWait.read(store, connection, this.settings.lockTimeout());
			if (!seen.versioned() || !seen.logged()) {
				locked(connection, seen, () -> {
					store.createTables(connection.jdbc(), store.read(connection.jdbc()));
					return seen;
				});
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
	 * Sees whether the database is where a migration would lead.
	 * @return the check
	 */
	public TargetCheck targetCheck() {
		return new TargetCheck(this.connections, this.settings, this);
	}

	/**
	 * What the history tells of revisions that this build lacks.
	 * @return the way to them
	 */
	public HistoryRevisions historyRevisions() {
		return new HistoryRevisions(this.connections, this.settings);
	}

	/**
	 * Tells what steps would lose.
	 * @return the losses
	 */
	public Losses losses() {
		return new Losses(session(), this.instances, this.settings);
	}

	/**
	 * Finds and accepts files that were changed after they were applied.
	 * @return the repair
	 */
	public RevisionRepair repair() {
		return new RevisionRepair(this, this.connections, this.instances, this.settings);
	}

	/**
	 * Sessions for other work on the same database.
	 * @return the sessions
	 */
	public DatabaseSession session() {
		return new DatabaseSession(this.connections, this.settings);
	}

	/** Plan from where the database stands, without changing anything. */
	List<Step> plan(Connection connection, VersionStore store, Position position, ScriptDirectory directory, Goal goal)
			throws SQLException {
		Lineage lineage = lineage(connection, store, position, directory.graph());
		ChangedFiles.refuse(directory, lineage.knownRows(), position);
		return lineage.requireRows(goal.plan(new RevisionPlanner(directory.graph()), lineage.knownRows()));
	}

	/** What the rows mean, all of which this build can say something of. */
	static Lineage lineage(Connection connection, VersionStore store, Position position, RevisionGraph graph)
			throws SQLException {
		Lineage lineage = Lineage.readKnown(connection, store, position, graph);
		if (!lineage.ahead().isEmpty()) {
			logger.warn("The database is ahead of this build: a newer one has applied revision "
					+ String.join(", ", lineage.ahead()));
		}
		return lineage;
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
	interface LockedWork<T> {

		T execute() throws SQLException;

	}

}
