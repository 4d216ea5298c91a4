package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Ties revisions together by their identifiers, and refuses those that form no graph.
 */
final class RevisionGraphBuilder {

	private final Map<String, Revision> byId;

	private final Map<String, Revision> labels = new HashMap<>();

	private final Map<String, Set<String>> dependencies = new HashMap<>();

	private final Map<String, Set<String>> predecessors;

	private final Map<String, List<String>> children = new HashMap<>();

	private final Map<String, Set<String>> dependents = new HashMap<>();

	RevisionGraphBuilder(Collection<Revision> revisions) {
		this.byId = new LinkedHashMap<>(revisions.size() * 2);
		this.predecessors = new HashMap<>(revisions.size() * 2);
		revisions.forEach(this::add);
		this.byId.values().forEach(this::addLabels);
		this.byId.values().forEach(this::connect);
	}

	RevisionGraph build() {
		Map<String, Revision> sorted = TopologicalOrder.of(this.byId, this.predecessors);
		this.dependencies.keySet().forEach(this::leaveOutInheritedDependencies);
		Map<String, Set<String>> branchLabels = BranchLabels.of(sorted.values(), this.children, this.dependents);
		return new RevisionGraph(sorted, this.labels, this.predecessors, this.children, this.dependents.keySet(),
				branchLabels);
	}

	private void add(Revision revision) {
		Revision other = this.byId.putIfAbsent(revision.id(), revision);
		if (other != null) {
			throw new RevisionException(Kind.DUPLICATE, "Revision id '%s' is used twice, by %s and by %s"
				.formatted(revision.id(), other.source(), revision.source()), "give one of them another id");
		}
	}

	private void addLabels(Revision revision) {
		for (String label : revision.branchLabels()) {
			Revision other = this.labels.containsKey(label) ? this.labels.get(label) : this.byId.get(label);
			if (other == revision) {
				throw new RevisionException(Kind.DUPLICATE,
						"Branch label '%s' of %s is its own id".formatted(label, revision.source()),
						"choose another label, or none");
			}
			if (other != null) {
				throw new RevisionException(Kind.DUPLICATE, "Branch label '%s' of %s is already taken by %s"
					.formatted(label, revision.source(), other.source()), "choose another label");
			}
			this.labels.put(label, revision);
		}
	}

	private void connect(Revision revision) {
		Set<String> before = new LinkedHashSet<>(2);
		for (String parent : revision.downRevisions()) {
			before.add(required(Map.of(), revision, parent, "down revision").id());
			this.children.computeIfAbsent(parent, (id) -> new ArrayList<>(1)).add(revision.id());
		}
		for (String dependency : revision.dependsOn()) {
			String target = required(this.labels, revision, dependency, "dependency").id();
			before.add(target);
			this.dependencies.computeIfAbsent(revision.id(), (id) -> new LinkedHashSet<>(2)).add(target);
			this.dependents.computeIfAbsent(target, (id) -> new LinkedHashSet<>(2)).add(revision.id());
		}
		this.predecessors.put(revision.id(), before);
	}

	private Revision required(Map<String, Revision> labels, Revision revision, String name, String what) {
		Revision found = this.byId.containsKey(name) ? this.byId.get(name) : labels.get(name);
		if (found == null) {
			throw new RevisionException(
					Kind.UNKNOWN_PARENT, "Revision %s (%s) names the %s '%s', which does not exist"
						.formatted(revision.id(), revision.source(), what, name),
					"add the missing revision file or correct the " + what);
		}
		return found;
	}

	private List<String> parents(String id) {
		Revision revision = this.byId.get(id);
		return (revision != null) ? revision.downRevisions() : List.of();
	}

	private void leaveOutInheritedDependencies(String id) {
		List<String> parents = parents(id);
		Set<String> before = new LinkedHashSet<>(this.predecessors.getOrDefault(id, Set.of()));
		for (String ancestor : RevisionGraph.closure(parents, this::parents)) {
			before.removeAll(this.dependencies.getOrDefault(ancestor, Set.of()));
		}
		Set<String> predecessors = new LinkedHashSet<>(parents);
		predecessors.addAll(before);
		this.predecessors.put(id, predecessors);
	}

}
