package dev.migrate.revision;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * The revisions of an application as a directed acyclic graph. Two kinds of edges lead
 * from a revision to its predecessors: {@linkplain Revision#downRevisions() versioned
 * ancestry} makes branches, heads and bases; {@linkplain Revision#dependsOn()
 * dependencies} only add ordering.
 * <p>
 * The graph is immutable. The lists that it returns are in topological order:
 * predecessors first, then by create date, then by id.
 */
public final class RevisionGraph {

	private final Map<String, Revision> revisions;

	private final Map<String, Revision> labels;

	private final Map<String, Set<String>> predecessors;

	private final Map<String, List<String>> children;

	private final Set<String> dependencies;

	private final Map<String, Set<String>> branchLabels;

	RevisionGraph(Map<String, Revision> revisions, Map<String, Revision> labels, Map<String, Set<String>> predecessors,
			Map<String, List<String>> children, Set<String> dependencies, Map<String, Set<String>> branchLabels) {
		this.revisions = revisions;
		this.labels = labels;
		this.predecessors = predecessors;
		this.children = children;
		this.dependencies = dependencies;
		this.branchLabels = branchLabels;
	}

	/**
	 * Build the graph of the given revisions.
	 * @param revisions the revisions, in any order
	 * @return the graph
	 * @throws RevisionException if two revisions have one id, a label is taken, a parent
	 * or dependency does not exist, or a revision is its own ancestor
	 */
	public static RevisionGraph of(Collection<Revision> revisions) {
		return new RevisionGraphBuilder(revisions).build();
	}

	/**
	 * All revisions, predecessors before successors.
	 * @return the revisions in topological order
	 */
	public Collection<Revision> revisions() {
		return Collections.unmodifiableCollection(this.revisions.values());
	}

	/**
	 * The revision with exactly this id.
	 * @param id the id
	 * @return the revision, or {@code null} if there is none
	 */
	public @Nullable Revision find(String id) {
		return this.revisions.get(id);
	}

	/**
	 * Whether there is a revision with exactly this id.
	 * @param id the id
	 * @return whether there is one
	 */
	public boolean contains(String id) {
		return this.revisions.containsKey(id);
	}

	/**
	 * The revision that declares a branch label.
	 * @param label the label
	 * @return the revision, or {@code null} if the label is unknown
	 */
	public @Nullable Revision findByLabel(String label) {
		return this.labels.get(label);
	}

	/**
	 * The branch labels.
	 * @return the labels of all revisions
	 */
	public Set<String> labels() {
		return Collections.unmodifiableSet(this.labels.keySet());
	}

	/**
	 * The branch labels that hold for a revision: those that it or a versioned ancestor
	 * declares, and those of a plain line that continues it.
	 * @param id an id
	 * @return the labels, its own included
	 */
	public Set<String> branchLabels(String id) {
		return Collections.unmodifiableSet(this.branchLabels.getOrDefault(id, Set.of()));
	}

	/**
	 * The revision with exactly this id, which must exist.
	 * @param id the id
	 * @return the revision
	 * @throws RevisionException if there is none
	 */
	public Revision get(String id) {
		Revision revision = this.revisions.get(id);
		if (revision == null) {
			throw new RevisionException(Kind.UNKNOWN_REVISION, "No revision '%s' exists".formatted(id),
					"name one of the revisions of this application");
		}
		return revision;
	}

	/**
	 * The ids of the revisions without versioned child.
	 * @return the heads of the versioned ancestry
	 */
	public List<String> versionedHeads() {
		return this.revisions.keySet().stream().filter((id) -> !this.children.containsKey(id)).toList();
	}

	/**
	 * The ids of the revisions that nothing builds on, neither as ancestor nor as
	 * dependency: the version rows of a database where everything is applied.
	 * @return the heads
	 */
	public List<String> heads() {
		return versionedHeads().stream().filter((id) -> !this.dependencies.contains(id)).toList();
	}

	/**
	 * The ids of the revisions that build on nothing.
	 * @return the bases
	 */
	public List<String> bases() {
		return this.revisions.values().stream().filter(Revision::isBase).map(Revision::id).toList();
	}

	/**
	 * The ids of the revisions that name the given one as their down revision.
	 * @param id an id
	 * @return its versioned children, in topological order
	 */
	public List<String> children(String id) {
		Collection<String> unordered = this.children.getOrDefault(id, List.of());
		return (unordered.size() < 2) ? List.copyOf(unordered) : inOrder(Set.copyOf(unordered));
	}

	/**
	 * The revisions with several versioned children.
	 * @return their ids, in the order of {@link RevisionHistory#all()}
	 */
	public List<String> branchPoints() {
		return BranchwiseOrder.newestFirst(this, this.revisions.keySet(), heads())
			.stream()
			.filter((id) -> this.children.getOrDefault(id, List.of()).size() > 1)
			.toList();
	}

	/**
	 * The tips of what is applied: the version rows, and the applied revisions without
	 * applied versioned child that the rows only imply by a dependency.
	 * @param rows the version rows, ids of this graph
	 * @return the ids
	 */
	public List<String> current(Collection<String> rows) {
		Set<String> applied = ancestors(rows);
		return inOrder(applied).stream()
			.filter((id) -> Collections.disjoint(this.children.getOrDefault(id, List.of()), applied))
			.toList();
	}

	/**
	 * The ids of the revisions that a revision builds on directly: down revisions, then
	 * dependencies but those that a versioned ancestor has too.
	 * @param id an id
	 * @return its direct predecessors
	 */
	public Set<String> predecessors(String id) {
		return Collections.unmodifiableSet(this.predecessors.getOrDefault(id, Set.of()));
	}

	/**
	 * The given revisions and everything they build on, dependencies included.
	 * @param ids ids of this graph
	 * @return the ids of the lineage
	 */
	public Set<String> ancestors(Collection<String> ids) {
		return closure(ids, this::predecessors);
	}

	/**
	 * The given revisions and everything that builds on them, dependents included.
	 * @param ids ids of this graph
	 * @return the ids
	 */
	public Set<String> descendants(Collection<String> ids) {
		Set<String> found = new LinkedHashSet<>(ids);
		for (Revision revision : this.revisions.values()) {
			if (!Collections.disjoint(predecessors(revision.id()), found)) {
				found.add(revision.id());
			}
		}
		return found;
	}

	/**
	 * The given revisions and their versioned descendants: dependents are not among them.
	 * @param ids ids of this graph
	 * @return the ids
	 */
	public Set<String> versionedDescendants(Collection<String> ids) {
		return closure(ids, (id) -> this.children.getOrDefault(id, List.of()));
	}

	/**
	 * The given revisions and their versioned ancestors: dependencies are not among them.
	 * @param ids ids of this graph
	 * @return the ids
	 */
	public Set<String> versionedAncestors(Collection<String> ids) {
		return closure(ids, (id) -> get(id).downRevisions());
	}

	/**
	 * A revision's versioned ancestors and descendants, itself included.
	 * @param id an id of this graph
	 * @return the ids
	 */
	public Set<String> versionedLineage(String id) {
		Set<String> lineage = versionedAncestors(List.of(id));
		lineage.addAll(versionedDescendants(List.of(id)));
		return lineage;
	}

	/**
	 * The given revisions in topological order.
	 * @param ids ids of this graph
	 * @return the same ids, predecessors first
	 */
	public List<String> inOrder(Set<String> ids) {
		return this.revisions.keySet().stream().filter(ids::contains).toList();
	}

	/**
	 * Those of the given revisions that none of the others builds on.
	 * @param ids ids of this graph
	 * @return the maximal ones
	 */
	public Set<String> maximal(Collection<String> ids) {
		Set<String> result = new LinkedHashSet<>(ids);
		for (String id : ids) {
			// Of one there is none to build on
			if (result.size() > 1 && result.contains(id)) {
				Set<String> below = ancestors(predecessors(id));
				result.removeAll(below);
			}
		}
		return result;
	}

	static Set<String> closure(Collection<String> ids, Function<String, Collection<String>> neighbours) {
		Set<String> found = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>(ids);
		for (String id = open.poll(); id != null; id = open.poll()) {
			if (found.add(id)) {
				open.addAll(neighbours.apply(id));
			}
		}
		return found;
	}

}
