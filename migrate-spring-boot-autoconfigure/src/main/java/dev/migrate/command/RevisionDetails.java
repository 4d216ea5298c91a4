package dev.migrate.command;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/**
 * A revision and what it is in the graph.
 *
 * @param revision the revision
 * @param labels the branch labels that hold for it, its own and inherited ones
 * @param children the ids of the revisions that name it as their down revision
 * @param head whether it has no child
 * @param effectiveHead whether it is a head that another revision depends on
 * @param branchPoint whether it has several children
 * @param mergePoint whether it builds on several revisions
 * @param applied whether the database has it, or {@code null} if none was asked
 * @param current whether it is a version row of the database
 */
public record RevisionDetails(Revision revision, Set<String> labels, List<String> children, boolean head,
		boolean effectiveHead, boolean branchPoint, boolean mergePoint, @Nullable Boolean applied, boolean current) {

	public RevisionDetails {
		labels = Collections.unmodifiableSet(new LinkedHashSet<>(labels));
		children = List.copyOf(children);
	}

	static RevisionDetails of(RevisionGraph graph, Revision revision) {
		return of(graph, revision, null, Set.of());
	}

	/**
	 * Describe a revision beside what a database has.
	 * @param graph the graph
	 * @param revision the revision
	 * @param applied the ids of all applied revisions, or {@code null} if no database was
	 * asked
	 * @param rows the version rows
	 * @return the description
	 */
	static RevisionDetails of(RevisionGraph graph, Revision revision, @Nullable Set<String> applied,
			Collection<String> rows) {
		List<String> children = graph.children(revision.id());
		boolean head = children.isEmpty();
		return new RevisionDetails(revision, graph.branchLabels(revision.id()), children, head,
				head && !graph.heads().contains(revision.id()), children.size() > 1, revision.isMergePoint(),
				(applied != null) ? applied.contains(revision.id()) : null, rows.contains(revision.id()));
	}

}
