package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/**
 * Finds applied revisions whose files were changed, and accepts them as they are now. The
 * history only grows: what was accepted is a further entry.
 */
public final class RevisionRepair {

	private static final Log logger = LogFactory.getLog(RevisionRepair.class);

	private final Locking locking;

	private final ConnectionSource connections;

	private final MigrationInstances instances;

	private final RuntimeSettings settings;

	RevisionRepair(Locking locking, ConnectionSource connections, MigrationInstances instances,
			RuntimeSettings settings) {
		this.locking = locking;
		this.connections = connections;
		this.instances = instances;
		this.settings = settings;
	}

	/**
	 * Find the revisions whose files were changed. Nothing is locked or changed.
	 * @param directory the revisions
	 * @param ids the revisions to look at, none for all
	 * @return those that were changed, in topological order
	 * @throws MigrateException if one of them is not applied, or the database cannot be
	 * reached or is at an unknown revision
	 */
	public List<ChangedRevision> find(ScriptDirectory directory, List<String> ids) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = LockWait.read(store, connection, this.settings.lockTimeout());
			return find(connection, store, position, directory, ids);
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the recorded checksums", ex);
		}
	}

	/**
	 * Accept what was found, unless another change has come in between.
	 * @param directory the revisions
	 * @param found what {@link #find} has returned
	 * @throws MigrateException if the database cannot be reached or is locked, or
	 * something else would be accepted than what was found
	 */
	public void accept(ScriptDirectory directory, List<ChangedRevision> found) {
		if (found.isEmpty()) {
			return;
		}
		List<String> ids = found.stream().map((changed) -> changed.revision().id()).toList();
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position seen = LockWait.read(store, connection, this.settings.lockTimeout());
			this.locking.change(connection, store, seen, (gate) -> {
				Position position = store.read(connection.jdbc());
				if (!find(connection, store, position, directory, ids).equals(found)) {
					throw new MigrationException(Kind.CONCURRENT_CHANGE,
							"Files or history were changed by someone else while the repair was being prepared",
							"nothing was accepted: look again by migrate repair --dry-run");
				}
				record(connection.jdbc(), store.recorder(position, gate), found);
				return found;
			});
		}
		catch (SQLException ex) {
			throw StepFailure.database("The repair", ex);
		}
	}

	private static void record(Connection connection, StepRecorder recorder, List<ChangedRevision> found)
			throws SQLException {
		connection.setAutoCommit(false);
		for (ChangedRevision changed : found) {
			logger.info("Accepting revision %s (%s) as it is now".formatted(changed.revision().id(),
					changed.revision().source()));
			Step step = new Step(Direction.STAMP, changed.revision(), Set.of(), Set.of());
			recorder.record(connection, new StepRecord(step, changed.presentChecksum(), 0, changed.presentDowngrade()));
		}
		connection.commit();
		connection.setAutoCommit(true);
	}

	private List<ChangedRevision> find(MigrationConnection connection, VersionStore store, Position position,
			ScriptDirectory directory, List<String> ids) throws SQLException {
		RevisionGraph graph = directory.graph();
		Set<String> rows = Lineage.readKnown(connection.jdbc(), store, position, graph).knownRows();
		List<String> applied = graph.inOrder(graph.ancestors(rows));
		for (String id : ids) {
			if (!applied.contains(id)) {
				throw new MigrationException(
						Kind.NOT_UP_TO_DATE, "Revision %s (%s) is not applied, a change of its file needs no repair"
							.formatted(id, graph.get(id).source()),
						"run migrate status for the revisions that were changed");
			}
		}
		RevisionLog log = store.log(connection.jdbc(), position);
		List<ChangedRevision> changed = new ArrayList<>();
		for (String id : applied) {
			if (ids.isEmpty() || ids.contains(id)) {
				log.applied(id)
					.flatMap((entry) -> compare(connection.dialect(), directory.script(id), entry))
					.ifPresent(changed::add);
			}
		}
		return changed;
	}

	private Optional<ChangedRevision> compare(Dialect dialect, RevisionScript script, RecordedRevision entry) {
		RevisionRenderer renderer = new RevisionRenderer(dialect, this.instances, this.settings.naming());
		String recorded = Objects.requireNonNullElse(entry.checksum(), "");
		if (!renderer.differs(script, recorded)) {
			return Optional.empty();
		}
		String present = Objects.requireNonNull(renderer.checksum(script));
		return Optional.of(new ChangedRevision(script.revision(), recorded, present, entry.appliedAt(),
				entry.appliedBy(), entry.downgradeSql(), renderer.storedDowngrade(script).orElse(null)));
	}

}
