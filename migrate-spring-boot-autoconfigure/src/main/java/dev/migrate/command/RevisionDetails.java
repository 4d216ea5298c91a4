package dev.migrate.command;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/**
 * A revision and what it is in the graph.
 *
 * @param revision the revision
 * @param head whether no revision builds on it
 * @param branchPoint whether several revisions build on it
 * @param mergePoint whether it builds on several revisions
 */
public record RevisionDetails(Revision revision, boolean head, boolean branchPoint, boolean mergePoint) {

	static RevisionDetails of(RevisionGraph graph, Revision revision) {
		int children = graph.children(revision.id()).size();
		return new RevisionDetails(revision, children == 0, children > 1, revision.isMergePoint());
	}

}
