package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Plans the way from the version rows of a database to a target: which revisions are
 * applied or taken back in which order, and what becomes of the rows. A plan is a value;
 * making one changes nothing.
 */
public final class RevisionPlanner {

	private final RevisionGraph graph;

	/**
	 * Create a planner.
	 * @param graph the revisions
	 */
	public RevisionPlanner(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * Plan an upgrade: the targets and all they build on, less what is applied. Other
	 * branches stay.
	 * @param rows the version rows
	 * @param targets the ids of revisions of the graph
	 * @return the steps, empty if there is nothing to do
	 * @throws RevisionException if a row or a target is unknown, or a row lies below
	 * another
	 */
	public List<Step> upgrade(Collection<String> rows, Collection<String> targets) {
		requireRows(rows);
		targets.forEach(this.graph::get);
		if (rows.containsAll(targets)) {
			return List.of();
		}
		Set<String> wanted = this.graph.ancestors(targets);
		wanted.removeAll(this.graph.ancestors(rows));
		Set<String> current = new LinkedHashSet<>(rows);
		List<Step> steps = new ArrayList<>();
		for (String id : wanted.isEmpty() ? List.<String>of() : this.graph.inOrder(wanted)) {
			// A row that it builds on is one of its direct predecessors: if another
			// applied
			// revision stood between the two, the row would not be maximal
			Set<String> deleted = new LinkedHashSet<>(this.graph.predecessors(id));
			deleted.retainAll(current);
			current.removeAll(deleted);
			current.add(id);
			steps.add(new Step(Direction.UPGRADE, this.graph.get(id), deleted, Set.of(id)));
		}
		return steps;
	}

	/**
	 * Plan a downgrade to a revision, which stays applied: all applied revisions that
	 * build on it are taken back, the newest first. Other branches stay.
	 * @param rows the version rows
	 * @param target the id of a revision of the graph
	 * @return the steps, empty if the target is a row
	 * @throws RevisionException if a row or the target is unknown, or the target is not
	 * applied below a row
	 */
	public List<Step> downgrade(Collection<String> rows, String target) {
		this.graph.get(target);
		Set<String> roots = this.graph.versionedDescendants(this.graph.children(target));
		List<Step> steps = takeBack(rows, roots);
		if (steps.isEmpty() && !rows.contains(target)) {
			throw new RevisionException(Kind.INVALID_TARGET,
					"Revision %s is not a valid downgrade target, the database is at %s".formatted(target,
							rows.isEmpty() ? "base" : String.join(", ", rows)),
					"name an applied revision that applied revisions build on");
		}
		return steps;
	}

	/**
	 * Plan a downgrade that takes back everything.
	 * @param rows the version rows
	 * @return the steps, empty if nothing is applied
	 * @throws RevisionException if a row is unknown, or lies below another
	 */
	public List<Step> downgradeToBase(Collection<String> rows) {
		return takeBack(rows, this.graph.versionedDescendants(this.graph.bases()));
	}

	private void requireRows(Collection<String> rows) {
		rows.forEach(this.graph::get);
		Set<String> overlapping = new LinkedHashSet<>(rows);
		overlapping.removeAll(this.graph.maximal(rows));
		if (!overlapping.isEmpty()) {
			throw new RevisionException(Kind.OVERLAP,
					"The version rows %s overlap: others of them build on %s".formatted(String.join(", ", rows),
							String.join(", ", overlapping)),
					"delete these rows from the version table, the others imply them");
		}
	}

	private List<Step> takeBack(Collection<String> rows, Collection<String> roots) {
		requireRows(rows);
		Set<String> applied = this.graph.ancestors(rows);
		Set<String> removed = this.graph.descendants(roots);
		removed.retainAll(applied);
		Set<String> current = new LinkedHashSet<>(rows);
		List<String> order = new ArrayList<>(this.graph.inOrder(removed));
		Collections.reverse(order);
		List<Step> steps = new ArrayList<>();
		for (String id : order) {
			current.remove(id);
			Set<String> inserted = new LinkedHashSet<>(this.graph.maximal(this.graph.predecessors(id)));
			inserted.removeAll(this.graph.ancestors(current));
			current.addAll(inserted);
			steps.add(new Step(Direction.DOWNGRADE, this.graph.get(id), Set.of(id), inserted));
		}
		return steps;
	}

}
