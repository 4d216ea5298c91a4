package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionPlanner;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Settles a half-done revision, while the migration lock is held.
 */
final class StepResolution {

	private static final Log logger = LogFactory.getLog(StepResolution.class);

	private final Connection connection;

	private final Dialect dialect;

	private final VersionStore store;

	private final RevisionGraph graph;

	private final Position position;

	private final Journal journal;

	private final List<JournalEntry> entries;

	private final HalfDone halfDone;

	StepResolution(Connection connection, Dialect dialect, VersionStore store, RevisionGraph graph)
			throws SQLException {
		this.connection = connection;
		this.dialect = dialect;
		this.store = store;
		this.graph = graph;
		this.position = store.read(connection);
		this.journal = store.journal(this.position);
		List<JournalEntry> all = this.journal.read(connection);
		HalfDone found = HalfDone.of(all);
		if (found == null) {
			throw new MigrationException(Kind.NOT_INCOMPLETE, "No revision is half done",
					"there is nothing to resolve");
		}
		this.halfDone = found;
		this.entries = all.stream().filter((entry) -> entry.revision().equals(found.revision())).toList();
	}

	/**
	 * Settle it.
	 * @param resolution how
	 * @param gate holds other migrators off
	 * @throws SQLException if the database fails
	 * @throws dev.migrate.revision.MigrateException if it cannot be settled in that way
	 */
	void settle(Resolution resolution, StepGate gate) throws SQLException {
		switch (resolution) {
			case DONE -> done(this.store.recorder(this.position, gate), step());
			case RETRY -> forgetDoubt();
			case UNDO ->
				new StepUndo(this.connection, this.dialect, this.journal).undo(this.halfDone.revision(), this.entries);
			case UNDONE -> this.journal.clear(this.connection, this.halfDone.revision());
		}
		this.journal.dropIfEmpty(this.connection);
	}

	private Step step() throws SQLException {
		Set<String> rows = Lineage.readKnown(this.connection, this.store, this.position, this.graph).knownRows();
		RevisionPlanner planner = new RevisionPlanner(this.graph);
		String id = this.halfDone.revision();
		List<Step> steps = (this.halfDone.direction() == Direction.DOWNGRADE) ? planner.takeBack(rows, id)
				: planner.upgrade(rows, List.of(id));
		if (steps.size() != 1) {
			throw new MigrationException(Kind.INCOMPLETE,
					"%s, and the version rows %s do not stand beside it".formatted(this.halfDone.describe(), rows),
					"use the build that has begun it");
		}
		return steps.get(0);
	}

	private void done(StepRecorder recorder, Step step) throws SQLException {
		boolean alone = this.connection.getAutoCommit();
		this.connection.setAutoCommit(false);
		this.journal.clear(this.connection, this.halfDone.revision());
		recorder.record(this.connection, new StepRecord(step, null, 0, null));
		this.connection.commit();
		this.connection.setAutoCommit(alone);
		logger.info("Recorded the %s of revision %s".formatted(step.direction().id(), step.revision().id()));
	}

	private void forgetDoubt() throws SQLException {
		for (JournalEntry entry : this.entries) {
			if (!entry.finished()) {
				this.journal.delete(this.connection, entry.revision(), entry.position());
			}
		}
	}

}
