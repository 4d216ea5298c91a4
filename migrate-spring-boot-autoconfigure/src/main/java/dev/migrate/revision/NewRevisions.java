package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Works out the identifiers of new revisions, and refuses those with which the revisions
 * would no longer be a graph.
 */
public final class NewRevisions {

	private static final String SOURCE = "the new revision";

	private final RevisionGraph graph;

	private final RevisionResolver resolver;

	/**
	 * Create it.
	 * @param graph the revisions that there are
	 */
	public NewRevisions(RevisionGraph graph) {
		this.graph = graph;
		this.resolver = new RevisionResolver(graph);
	}

	/**
	 * The identifiers of a revision.
	 * @param id its id
	 * @param heads the revisions to build on: absolute symbols, {@code head} by default,
	 * {@code base} for a new base
	 * @param splice whether the new revision may build on one that is no head
	 * @param branchLabels the labels it declares
	 * @param dependsOn ids, partial ids, labels, {@code label@head}; a label is kept as
	 * it is, so that the file says it
	 * @return the identifiers
	 * @throws RevisionException if the id or a label is taken or may not be one, the head
	 * is ambiguous or none, or a dependency is unknown
	 */
	public NewRevision create(String id, List<String> heads, boolean splice, Collection<String> branchLabels,
			Collection<String> dependsOn) {
		requireFree(id, "id", "--rev-id");
		List<String> parents = heads.stream().flatMap((head) -> heads(head).stream()).distinct().toList();
		requireHeads(parents, splice);
		return checked(id, parents, branchLabels, dependencies(dependsOn));
	}

	/**
	 * The identifiers of a revision that merges others.
	 * @param id its id
	 * @param revisions absolute symbols; {@code heads} for all real heads
	 * @param splice whether it may merge revisions that are no heads
	 * @param branchLabels the labels it declares
	 * @return the identifiers
	 * @throws RevisionException if the id or a label is taken or may not be one, or there
	 * are not two different revisions to merge
	 */
	public NewRevision merge(String id, List<String> revisions, boolean splice, Collection<String> branchLabels) {
		requireFree(id, "id", "--rev-id");
		List<String> merged = new ArrayList<>();
		revisions.forEach((revision) -> merged.addAll(this.resolver.resolve(revision)));
		Set<String> different = new LinkedHashSet<>(merged);
		if (different.size() < merged.size() || different.size() < 2) {
			throw new RevisionException(Kind.NOTHING_TO_MERGE,
					"A merge needs at least two different revisions, '%s' names %s"
						.formatted(String.join(" ", revisions), merged.isEmpty() ? "none" : String.join(", ", merged)),
					"name two of the heads: " + String.join(", ", this.graph.versionedHeads()));
		}
		requireHeads(merged, splice);
		return checked(id, merged, branchLabels, List.of());
	}

	private List<String> heads(String head) {
		try {
			return this.resolver.resolve(head);
		}
		catch (RevisionException ex) {
			if (ex.getKind() != Kind.MULTIPLE_HEADS) {
				throw ex;
			}
			throw new RevisionException(Kind.MULTIPLE_HEADS, ex.getProblem(),
					"name the one to build on with --head, or merge them with: merge heads");
		}
	}

	private void requireHeads(List<String> ids, boolean splice) {
		List<String> heads = this.graph.versionedHeads();
		for (String id : ids) {
			if (!splice && !heads.contains(id)) {
				throw new RevisionException(Kind.NOT_A_HEAD,
						"Revision %s is not a head, %s builds on it".formatted(id,
								String.join(", ", this.graph.children(id))),
						"name a head (%s), or make a new branch with --splice".formatted(String.join(", ", heads)));
			}
		}
	}

	private List<String> dependencies(Collection<String> symbols) {
		List<String> dependencies = new ArrayList<>();
		for (String symbol : symbols) {
			List<String> ids = this.resolver.resolve(symbol);
			if (ids.size() != 1) {
				throw new RevisionException(ids.isEmpty() ? Kind.UNKNOWN_REVISION : Kind.MULTIPLE_HEADS,
						"The dependency '%s' must be one revision, not %s".formatted(symbol,
								ids.isEmpty() ? "none" : String.join(", ", ids)),
						"name each with its own --depends-on");
			}
			dependencies.add((this.graph.findByLabel(symbol) != null) ? symbol : ids.get(0));
		}
		return dependencies;
	}

	private NewRevision checked(String id, List<String> downRevisions, Collection<String> branchLabels,
			List<String> dependsOn) {
		Set<String> labels = new LinkedHashSet<>(branchLabels);
		Revision revision = new Revision(id, downRevisions, labels, dependsOn, "", null, SOURCE);
		labels.forEach((label) -> requireFree(label, "branch label", "--branch-label"));
		List<Revision> all = new ArrayList<>(this.graph.revisions());
		all.add(revision);
		RevisionGraph.of(all);
		return new NewRevision(id, revision.downRevisions(), revision.branchLabels(), revision.dependsOn());
	}

	private void requireFree(String name, String what, String option) {
		Revision taken = this.graph.find(name);
		taken = (taken != null) ? taken : this.graph.findByLabel(name);
		if (taken != null) {
			throw new RevisionException(Kind.DUPLICATE,
					"The %s '%s' is already taken by %s".formatted(what, name, taken.source()),
					"choose another with " + option);
		}
	}

}
