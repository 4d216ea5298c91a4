package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionPlanner;
import dev.migrate.revision.StampPlan;
import dev.migrate.revision.Step;
import dev.migrate.runtime.Migrator.Goal;
import dev.migrate.runtime.Migrator.StampGoal;
import dev.migrate.script.ScriptDirectory;

/**
 * Plans from where a database stands, without changing anything.
 *
 * @param connection a connection in autocommit mode, or in a transaction of its own
 * @param store the tables
 * @param position where the database stands
 * @param directory the revisions
 */
record Planning(Connection connection, VersionStore store, Position position, ScriptDirectory directory) {

	private static final Log logger = LogFactory.getLog(Planning.class);

	/**
	 * Plan the steps to a goal.
	 * @param goal where they lead
	 * @return the steps
	 * @throws SQLException if the database fails
	 * @throws dev.migrate.revision.MigrateException if the database is at an unknown
	 * revision, has applied a file that was changed since, or something else is half done
	 */
	List<Step> steps(Goal goal) throws SQLException {
		Lineage lineage = lineage();
		ChangedFiles.refuse(this.directory, lineage.knownRows(), this.position);
		List<Step> steps = lineage.requireRows(goal.plan(planner(), lineage.knownRows()));
		HalfDone.requireIn(steps, this.store.journal(this.position).read(this.connection));
		return steps;
	}

	/**
	 * Plan version rows.
	 * @param goal what they shall stand for
	 * @return the plan
	 * @throws SQLException if the database fails
	 * @throws dev.migrate.revision.MigrateException if the database is at an unknown
	 * revision, or something is half done
	 */
	StampPlan stamp(StampGoal goal) throws SQLException {
		requireNothingHalfDone();
		Lineage lineage = lineage();
		StampPlan plan = goal.plan(planner(), lineage.knownRows());
		if (!Collections.disjoint(plan.deletedRows(), lineage.implied())) {
			throw lineage.ahead(Direction.STAMP);
		}
		return plan;
	}

	/**
	 * Plan version rows in place of whatever there is.
	 * @param goal what they shall stand for
	 * @return the plan
	 * @throws SQLException if the database fails
	 * @throws dev.migrate.revision.MigrateException if something is half done
	 */
	StampPlan purge(StampGoal goal) throws SQLException {
		requireNothingHalfDone();
		Set<String> wanted = goal.plan(planner(), List.of()).insertedRows();
		Set<String> deleted = new LinkedHashSet<>(this.position.rows());
		deleted.removeAll(wanted);
		Set<String> inserted = new LinkedHashSet<>(wanted);
		inserted.removeAll(this.position.rows());
		return new StampPlan(List.copyOf(wanted), deleted, inserted);
	}

	private void requireNothingHalfDone() throws SQLException {
		HalfDone.requireNone(this.store.journal(this.position).read(this.connection));
	}

	private RevisionPlanner planner() {
		return new RevisionPlanner(graph());
	}

	private RevisionGraph graph() {
		return this.directory.graph();
	}

	/** What the rows mean, all of which this build can say something of. */
	private Lineage lineage() throws SQLException {
		Lineage lineage = Lineage.readKnown(this.connection, this.store, this.position, graph());
		if (!lineage.ahead().isEmpty()) {
			logger.warn("The database is ahead of this build: a newer one has applied revision "
					+ String.join(", ", lineage.ahead()));
		}
		return lineage;
	}

}
