package dev.migrate.runtime;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

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
		this.locking = new Locking(this.connections, settings);
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
			List<Step> steps = new Planning(connection.jdbc(), store, position, directory).steps(goal);
			return steps.isEmpty() ? steps
					: new MigrationRun(connection, store, directory, this.instances, this.settings, this.locking, end)
						.execute(position, steps, goal);
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
			return new Planning(connection.jdbc(), store, position, directory).steps(goal);
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the version rows", ex);
		}
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
			this.locking.change(connection, store, seen, (gate) -> {
				Position position = store.read(connection.jdbc());
				StampPlan plan = stampPlan(connection, store, position, directory, goal, purge);
				stamp(connection, store.recorder(position, gate), directory.graph(), plan);
				return plan;
			});
		}
		catch (SQLException ex) {
			throw StepFailure.database("The stamp", ex);
		}
	}

	private static StampPlan stampPlan(MigrationConnection connection, VersionStore store, Position position,
			ScriptDirectory directory, StampGoal goal, boolean purge) throws SQLException {
		Planning planning = new Planning(connection.jdbc(), store, position, directory);
		return purge ? planning.purge(goal) : planning.stamp(goal);
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
			Position seen = LockWait.read(store, connection, this.settings.lockTimeout());
			this.locking.change(connection, store, seen, (gate) -> {
				StepResolution resolved = new StepResolution(connection.jdbc(), connection.dialect(), store,
						directory.graph());
				// What takes statements back must find the tables that they have made
				this.locking.guarded(connection, () -> {
					resolved.settle(resolution, gate);
					return seen;
				});
				return seen;
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
				this.locking.change(connection, store, seen, (gate) -> seen);
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
		return new TargetCheck(this.connections, this.settings);
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
		return new RevisionRepair(this.locking, this.connections, this.instances, this.settings);
	}

	/**
	 * Sessions for other work on the same database.
	 * @return the sessions
	 */
	public DatabaseSession session() {
		return new DatabaseSession(this.connections, this.settings);
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

}
