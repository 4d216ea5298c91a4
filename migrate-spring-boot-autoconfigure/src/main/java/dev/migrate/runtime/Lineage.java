package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * What the version rows mean for the revisions of this build. A row of a newer build is
 * unknown here; if the history shows that it descends from a head of this build, the
 * database is ahead, and stands where that head is or above.
 *
 * @param knownRows the revisions of this build that the rows stand for
 * @param implied those of them that are no rows, since a row of a newer build stands on
 * them
 * @param ahead the rows that descend from a head of this build without being part of it
 * @param unknown the rows that this build can say nothing of
 */
record Lineage(Set<String> knownRows, Set<String> implied, Set<String> ahead, Set<String> unknown) {

	/**
	 * Tell the rows of a database apart. The history is read only if a row is unknown.
	 * @param connection a connection in autocommit mode
	 * @param store the tables
	 * @param position where the database stands
	 * @param graph the revisions of this build
	 * @return what the rows mean
	 * @throws SQLException if the database fails
	 */
	static Lineage read(Connection connection, VersionStore store, Position position, RevisionGraph graph)
			throws SQLException {
		if (position.rows().stream().allMatch(graph::contains)) {
			return new Lineage(new LinkedHashSet<>(position.rows()), Set.of(), Set.of(), Set.of());
		}
		return of(graph, position.rows(), store.log(connection, position));
	}

	/**
	 * Tell the rows of a database apart, all of which this build can say something of.
	 * @param connection a connection in autocommit mode
	 * @param store the tables
	 * @param position where the database stands
	 * @param graph the revisions of this build
	 * @return what the rows mean
	 * @throws SQLException if the database fails
	 * @throws MigrationException if a row is unknown
	 */
	static Lineage readKnown(Connection connection, VersionStore store, Position position, RevisionGraph graph)
			throws SQLException {
		Lineage lineage = read(connection, store, position, graph);
		if (!lineage.unknown().isEmpty()) {
			throw new MigrationException(Kind.UNKNOWN_REVISION,
					"The database is at revision %s, which this build does not know"
						.formatted(String.join(", ", lineage.unknown())),
					"deploy the build that has this revision, or merge its branch into this one; if the schema is that of a "
							+ "revision of this build, name it by migrate stamp --purge REVISION");
		}
		return lineage;
	}

	/**
	 * Tell the rows apart.
	 * @param graph the revisions of this build
	 * @param rows the version rows
	 * @param log the history
	 * @return what the rows mean
	 */
	static Lineage of(RevisionGraph graph, List<String> rows, RevisionLog log) {
		Map<String, RecordedRevision> recorded = log.revisions();
		Set<String> known = new LinkedHashSet<>();
		Set<String> implied = new LinkedHashSet<>();
		Set<String> ahead = new LinkedHashSet<>();
		Set<String> unknown = new LinkedHashSet<>();
		Set<String> heads = new HashSet<>(graph.heads());
		for (String row : rows) {
			if (graph.contains(row)) {
				known.add(row);
				continue;
			}
			List<String> below = knownBelow(graph, row, recorded);
			if (Collections.disjoint(below, heads)) {
				unknown.add(row);
			}
			else {
				ahead.add(row);
				implied.addAll(below);
			}
		}
		if (!ahead.isEmpty()) {
			// A row may stand for what only a dependency leads to, of which history is
			// silent
			log.executedSinceStamp().stream().filter(graph::contains).forEach(implied::add);
		}
		implied.removeAll(graph.ancestors(known));
		Set<String> maximal = new LinkedHashSet<>(graph.maximal(implied));
		known.addAll(maximal);
		return new Lineage(known, maximal, ahead, unknown);
	}

	private static List<String> knownBelow(RevisionGraph graph, String row, Map<String, RecordedRevision> recorded) {
		List<String> known = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(row));
		for (String id = open.poll(); id != null; id = open.poll()) {
			if (!seen.add(id)) {
				continue;
			}
			if (graph.contains(id)) {
				known.add(id);
			}
			else {
				RecordedRevision revision = recorded.get(id);
				open.addAll((revision != null) ? revision.downRevisions() : List.of());
			}
		}
		return known;
	}

	/**
	 * Check that steps change only rows that there are: what a row of a newer build
	 * stands on is none.
	 * @param steps the steps
	 * @return the steps
	 * @throws MigrationException if one would change what a newer build has built on
	 */
	List<Step> requireRows(List<Step> steps) {
		Set<String> inserted = new HashSet<>();
		for (Step step : steps) {
			Set<String> found = new HashSet<>(step.deletedRows());
			found.removeAll(inserted);
			if (!Collections.disjoint(found, this.implied)) {
				throw ahead(step.direction());
			}
			inserted.addAll(step.insertedRows());
		}
		return steps;
	}

	/**
	 * A change that the revisions of this build do not suffice for.
	 * @param direction the direction of the change
	 * @return the exception
	 */
	MigrationException ahead(Direction direction) {
		String build = "use the build that has the revision";
		return new MigrationException(Kind.UNSUPPORTED,
				"The database is ahead of this build, which lacks revision " + String.join(", ", this.ahead),
				switch (direction) {
					case UPGRADE -> build;
					case DOWNGRADE -> "add --from-history to take it back as the history says, or " + build;
					case STAMP -> "add --purge to replace all version rows, or " + build;
				});
	}

}
