package dev.migrate.runtime;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;

/**
 * Makes revisions of what only the history knows: a newer build has applied them, and has
 * left there how to take them back.
 */
public final class HistoryRevisions {

	private static final String REMEDY = "take it back by the build that has this revision";

	private final ConnectionSource connections;

	private final RuntimeSettings settings;

	HistoryRevisions(ConnectionSource connections, RuntimeSettings settings) {
		this.connections = connections;
		this.settings = settings;
	}

	/**
	 * Add to the revisions of this build what a newer one has applied.
	 * @param directory the revisions of this build
	 * @return all revisions; those of the history can only be taken back
	 * @throws MigrateException if the database cannot be reached or is at a revision that
	 * does not descend from one of this build, or the history does not tell enough
	 */
	public ScriptDirectory complete(ScriptDirectory directory) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = LockWait.read(store, connection, this.settings.lockTimeout());
			Lineage lineage = Lineage.readKnown(connection.jdbc(), store, position, directory.graph());
			if (lineage.ahead().isEmpty()) {
				return directory;
			}
			return complete(directory, position, store.log(connection.jdbc(), position));
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the history", ex);
		}
	}

	/**
	 * Check that no newer build has migrated the database.
	 * @param directory the revisions of this build
	 * @throws MigrateException if one has, or the database cannot be reached
	 */
	public void requireNone(ScriptDirectory directory) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = LockWait.read(store, connection, this.settings.lockTimeout());
			Lineage lineage = Lineage.readKnown(connection.jdbc(), store, position, directory.graph());
			if (!lineage.ahead().isEmpty()) {
				throw lineage.ahead(Direction.DOWNGRADE);
			}
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the version rows", ex);
		}
	}

	private static ScriptDirectory complete(ScriptDirectory directory, Position position, RevisionLog log) {
		Map<String, RevisionScript> added = new LinkedHashMap<>();
		Map<String, RecordedRevision> recorded = log.revisions();
		Set<String> below = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>(position.rows());
		for (String id = open.poll(); id != null; id = open.poll()) {
			if (directory.graph().contains(id)) {
				below.add(id);
			}
			else if (!added.containsKey(id)) {
				RecordedRevision revision = recorded.get(id);
				if (revision == null) {
					throw refused("The history does not tell what revision %s is".formatted(id));
				}
				added.put(id, script(revision, log));
				open.addAll(revision.downRevisions());
			}
		}
		requireNoDependency(directory, added.keySet(), below, log);
		List<RevisionScript> all = new ArrayList<>(directory.scripts());
		all.addAll(added.values());
		return new ScriptDirectory(directory.locations(), all);
	}

	private static RevisionScript script(RecordedRevision recorded, RevisionLog log) {
		Revision revision = new Revision(recorded.id(), recorded.downRevisions(), Set.of(), List.of(),
				recorded.message(), null, SqlRevisionScript.HISTORY);
		return log.applied(recorded.id())
			.map((applied) -> SqlRevisionScript.ofHistory(revision, applied.checksum(), applied.downgradeSql()))
			.orElseGet(() -> SqlRevisionScript.ofHistory(revision, null, null));
	}

	/**
	 * The history does not tell of dependencies. One that no row leads to has lost its
	 * row to a revision that depends on it: which one it is, and so the order, is not
	 * known.
	 */
	private static void requireNoDependency(ScriptDirectory directory, Set<String> added, Set<String> below,
			RevisionLog log) {
		Set<String> lost = log.executedSinceStamp();
		lost.removeAll(added);
		lost.removeAll(directory.graph().ancestors(below));
		if (!lost.isEmpty()) {
			throw refused("Revision %s is applied because a revision of a newer build depends on it, and the history "
				.formatted(String.join(", ", lost)) + "does not tell which");
		}
	}

	/**
	 * Check that the history has all downgrades of a plan.
	 * @param directory what {@link #complete} has returned
	 * @param steps the plan
	 * @return the steps
	 * @throws MigrationException if one of them cannot be taken back
	 */
	public List<Step> requireDowngrades(ScriptDirectory directory, List<Step> steps) {
		for (Step step : steps) {
			if (directory.script(step.revision().id()) instanceof SqlRevisionScript sql && sql.isOfHistory()
					&& sql.sections().stream().noneMatch((section) -> section.direction() == Direction.DOWNGRADE)) {
				throw refused("Revision %s (%s) has no downgrade in the history".formatted(step.revision().id(),
						step.revision().message()));
			}
		}
		return steps;
	}

	private static MigrationException refused(String problem) {
		return new MigrationException(Kind.UNSUPPORTED, problem, REMEDY + "; nothing was executed");
	}

}
