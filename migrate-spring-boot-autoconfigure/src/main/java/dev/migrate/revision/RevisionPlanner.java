package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Plans the way from the version rows of a database to a target: which revisions are
 * applied or taken back in which order, and what becomes of the rows. A plan is a value;
 * making one changes nothing.
 * <p>
 * The steps come in Alembic's order: one branch after the other.
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
	 * Plan an upgrade to what a person typed.
	 * @param rows the version rows
	 * @param target an absolute symbol, {@code +N}, {@code label@+N}, or steps from a
	 * revision as {@code id+N}, {@code head-N}, {@code base+N}
	 * @return the steps, empty if there is nothing to do
	 * @throws RevisionException if a row is unknown or lies below another, or the target
	 * is none
	 */
	public List<Step> upgrade(Collection<String> rows, String target) {
		requireRows(rows);
		RevisionSymbol symbol = RevisionSymbol.parse(target);
		UpgradeTarget targets = new UpgradeTarget(this.graph, new RevisionWalk(this.graph, false));
		return upgrade(rows, targets.resolve(symbol, rows, rows));
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
		for (String id : BranchwiseOrder.oldestFirst(this.graph, wanted, targets)) {
			// The rows it builds on are direct predecessors: with another applied
			// revision between the two, the row would not be maximal
			Set<String> deleted = new LinkedHashSet<>(this.graph.predecessors(id));
			deleted.retainAll(current);
			current.removeAll(deleted);
			current.add(id);
			steps.add(new Step(Direction.UPGRADE, this.graph.get(id), deleted, Set.of(id)));
		}
		return steps;
	}

	/**
	 * Plan a downgrade to what a person typed. The target stays applied; all applied
	 * revisions that build on it are taken back, the newest first. Other branches stay.
	 * @param rows the version rows, in the order in which they are stored
	 * @param target an absolute symbol, {@code -N}, {@code label@-N}, or steps from a
	 * revision as {@code id-N}, {@code head-N}, {@code base+N}. A branch in front of an
	 * {@code @} narrows the downgrade to it where several branches build on the target
	 * @return the steps, empty if there is nothing to do
	 * @throws RevisionException if a row is unknown or lies below another, or the target
	 * is not applied below a row
	 */
	public List<Step> downgrade(Collection<String> rows, String target) {
		requireRows(rows);
		DowngradeTarget goal = DowngradeTarget.resolve(this.graph, RevisionSymbol.parse(target), rows);
		List<Step> steps = takeBack(rows, roots(goal, target, rows));
		if (steps.isEmpty() && goal.revision() != null && !rows.contains(goal.revision())) {
			throw invalidTarget("Revision %s is not a valid downgrade target".formatted(goal.revision()), rows);
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
		requireRows(rows);
		return takeBack(rows, this.graph.bases());
	}

	/**
	 * Plan to take back one revision, and all that builds on it.
	 * @param rows the version rows
	 * @param id the id of an applied revision
	 * @return the steps, empty if it is not applied
	 * @throws RevisionException if the revision or a row is unknown, or a row lies below
	 * another
	 */
	public List<Step> takeBack(Collection<String> rows, String id) {
		requireRows(rows);
		return takeBack(rows, List.of(this.graph.get(id).id()));
	}

	/**
	 * What a person should be told about a downgrade that will do something which may not
	 * be meant.
	 * @param rows the version rows, in the order in which they are stored
	 * @param target what was typed
	 * @return the warning, or {@code null} if there is none
	 * @throws RevisionException if the target is no symbol
	 */
	public @Nullable String downgradeWarning(Collection<String> rows, String target) {
		RevisionSymbol symbol = RevisionSymbol.parse(target);
		if (!symbol.isRelative() || !symbol.isFromCurrent() || symbol.branch() != null || rows.size() < 2) {
			return null;
		}
		String first = rows.iterator().next();
		return "The database is at several revisions, %s: '%s' is counted from %s; name the one, as %s@%s"
			.formatted(String.join(", ", rows), target, first, first, target);
	}

	/**
	 * Plan a stamp: the version rows are set as if the targets had been applied, nothing
	 * is executed.
	 * @param rows the version rows
	 * @param targets absolute symbols; a negative number counts down from the heads
	 * @param purge whether all rows go, those of unknown revisions too
	 * @return what becomes of the rows
	 * @throws RevisionException if a target names no revision, or a row is unknown and
	 * stays
	 */
	public StampPlan stamp(Collection<String> rows, List<String> targets, boolean purge) {
		return new StampPlanner(this.graph).plan(rows, targets, purge);
	}

	private Collection<String> roots(DowngradeTarget goal, String target, Collection<String> rows) {
		List<String> roots = (goal.revision() != null) ? this.graph.children(goal.revision()) : this.graph.bases();
		if (goal.branch() == null || roots.size() < 2) {
			return roots;
		}
		Set<String> branch = this.graph.versionedAncestors(List.of(goal.branch()));
		List<String> inBranch = roots.stream().filter(branch::contains).toList();
		if (inBranch.isEmpty()) {
			throw invalidTarget("'%s' is not a valid downgrade target: what builds on it is not on the branch to %s"
				.formatted(target, goal.branch()), rows);
		}
		return inBranch;
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
		Set<String> applied = this.graph.ancestors(rows);
		Set<String> removed = this.graph.descendants(roots);
		removed.retainAll(applied);
		Set<String> current = new LinkedHashSet<>(rows);
		List<Step> steps = new ArrayList<>();
		for (String id : BranchwiseOrder.newestFirst(this.graph, removed, rows)) {
			current.remove(id);
			Set<String> inserted = new LinkedHashSet<>(this.graph.maximal(this.graph.predecessors(id)));
			inserted.removeAll(this.graph.ancestors(current));
			current.addAll(inserted);
			steps.add(new Step(Direction.DOWNGRADE, this.graph.get(id), Set.of(id), inserted));
		}
		return steps;
	}

	private static RevisionException invalidTarget(String problem, Collection<String> rows) {
		return new RevisionException(Kind.INVALID_TARGET,
				problem + ", the database is at " + (rows.isEmpty() ? "base" : String.join(", ", rows)),
				"name an applied revision that applied revisions build on");
	}

}
