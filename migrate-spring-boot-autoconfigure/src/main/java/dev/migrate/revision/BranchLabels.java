package dev.migrate.revision;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which revisions a branch label holds for: all versioned descendants of the one that
 * declares it; and if those are a plain line, the line's revisions above it too, up to a
 * branch or merge point. Dependents make a branch point here.
 */
final class BranchLabels {

	private final Map<String, List<String>> parents = new HashMap<>();

	private final Map<String, List<String>> children;

	private final Map<String, Set<String>> dependents;

	private final Map<String, Set<String>> labels = new HashMap<>();

	private BranchLabels(Collection<Revision> revisions, Map<String, List<String>> children,
			Map<String, Set<String>> dependents) {
		this.children = children;
		this.dependents = dependents;
		revisions.forEach((revision) -> this.parents.put(revision.id(), revision.downRevisions()));
	}

	/**
	 * Spread the labels.
	 * @param revisions all revisions, predecessors first
	 * @param children the ids of the versioned children by id
	 * @param dependents the ids of the revisions that depend on one, by its id
	 * @return the labels by id, without those that have none
	 */
	static Map<String, Set<String>> of(Collection<Revision> revisions, Map<String, List<String>> children,
			Map<String, Set<String>> dependents) {
		List<Revision> labelled = revisions.stream().filter((revision) -> !revision.branchLabels().isEmpty()).toList();
		if (labelled.isEmpty()) {
			return Map.of();
		}
		BranchLabels result = new BranchLabels(revisions, children, dependents);
		labelled.forEach(result::spread);
		return result.labels;
	}

	private void spread(Revision revision) {
		boolean line = true;
		for (String id : RevisionGraph.closure(List.of(revision.id()),
				(each) -> this.children.getOrDefault(each, List.of()))) {
			label(id, revision.branchLabels());
			line &= isPlain(id);
		}
		for (String id = revision.id(); line && isPlain(id);) {
			label(id, revision.branchLabels());
			List<String> parents = parents(id);
			line = !parents.isEmpty();
			id = line ? parents.get(0) : id;
		}
	}

	private void label(String id, Set<String> labels) {
		this.labels.computeIfAbsent(id, (key) -> new LinkedHashSet<>(2)).addAll(labels);
	}

	private boolean isPlain(String id) {
		Set<String> successors = new LinkedHashSet<>(this.children.getOrDefault(id, List.of()));
		successors.addAll(this.dependents.getOrDefault(id, Set.of()));
		return successors.size() < 2 && parents(id).size() < 2;
	}

	private List<String> parents(String id) {
		return this.parents.getOrDefault(id, List.of());
	}

}
