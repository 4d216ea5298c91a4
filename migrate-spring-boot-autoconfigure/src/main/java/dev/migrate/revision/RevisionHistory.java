package dev.migrate.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Lists revisions, the newest first, one branch after the other, as Alembic's history
 * does.
 */
public final class RevisionHistory {

	private final RevisionGraph graph;

	private final RevisionResolver resolver;

	private final RevisionWalk walk;

	/**
	 * Create a history.
	 * @param graph the revisions
	 */
	public RevisionHistory(RevisionGraph graph) {
		this.graph = graph;
		this.resolver = new RevisionResolver(graph);
		this.walk = new RevisionWalk(graph, true);
	}

	/**
	 * All revisions.
	 * @return the revisions, successors first
	 */
	public List<Revision> all() {
		return list(this.graph.ancestors(this.graph.heads()), this.graph.heads());
	}

	/**
	 * The revisions of a range, both ends included. Steps that lead past a base or head
	 * end there. A number of steps up at the end of a range is counted from its start, a
	 * number of steps down at its start from the heads.
	 * @param range the range
	 * @param rows the version rows: what {@code current} stands for
	 * @return the revisions, successors first
	 * @throws RevisionException if a symbol names no revision, or the start is no
	 * ancestor of the end
	 */
	public List<Revision> between(RevisionRange range, Collection<String> rows) {
		RevisionSymbol startSymbol = range.start();
		RevisionSymbol endSymbol = range.end();
		boolean counted = endSymbol != null && endSymbol.name() == null && endSymbol.steps() > 0;
		List<String> end = counted ? List.of() : end(endSymbol, rows, List.of());
		List<String> start = (startSymbol != null) ? start(startSymbol, rows) : List.of();
		if (counted) {
			end = end(endSymbol, rows, start);
		}
		if (startSymbol != null && startSymbol.branch() != null) {
			end = inBranch(end, startSymbol.branch());
		}
		Set<String> shown = this.graph.ancestors(end);
		if (!shown.containsAll(start)) {
			throw invalid(range);
		}
		if (!start.isEmpty()) {
			shown.removeAll(this.graph.ancestors(start));
			shown.addAll(start);
			shown.retainAll(this.graph.versionedDescendants(start));
			if (end.stream().noneMatch(shown::contains)) {
				throw invalid(range);
			}
		}
		return list(shown, end);
	}

	private List<String> start(RevisionSymbol symbol, Collection<String> rows) {
		if (!symbol.isRelative()) {
			return this.resolver.resolve(symbol, rows);
		}
		if (symbol.name() == null) {
			if (symbol.steps() >= 0) {
				throw new RevisionException(Kind.MALFORMED_SYMBOL,
						"'%s' cannot be the start of a range".formatted(symbol),
						"name a revision there, or a number of steps down from the heads, as -3");
			}
			Set<Optional<String>> below = this.resolver.downFromHeads(symbol, this.walk);
			return below.contains(Optional.<String>empty()) ? List.of()
					: List.copyOf(this.graph.maximal(below.stream().flatMap(Optional::stream).toList()));
		}
		if (symbol.steps() > 0) {
			return new UpgradeTarget(this.graph, this.walk).resolve(symbol, rows, rows);
		}
		String id = this.walk.down(this.resolver.resolveSingle(symbol.start(), rows), -symbol.steps(), symbol);
		return (id != null) ? List.of(id) : List.of();
	}

	private List<String> end(@Nullable RevisionSymbol symbol, Collection<String> rows, List<String> start) {
		return (symbol != null) ? new UpgradeTarget(this.graph, this.walk).resolve(symbol, rows, start)
				: this.graph.heads();
	}

	private List<String> inBranch(List<String> ids, String branch) {
		String label = branch;
		Set<String> labels = this.graph.branchLabels(branch);
		if (labels.size() == 1) {
			label = labels.iterator().next();
		}
		if (this.graph.findByLabel(label) != null) {
			String held = label;
			return ids.stream().filter((id) -> this.graph.branchLabels(id).contains(held)).toList();
		}
		Set<String> lineage = this.graph.versionedLineage(this.resolver.resolveOne(branch).id());
		return ids.stream().filter(lineage::contains).toList();
	}

	private List<Revision> list(Set<String> ids, Collection<String> from) {
		return BranchwiseOrder.newestFirst(this.graph, new LinkedHashSet<>(ids), from)
			.stream()
			.map(this.graph::get)
			.toList();
	}

	private static RevisionException invalid(RevisionRange range) {
		return new RevisionException(Kind.INVALID_RANGE,
				"'%s' is no range along one branch: its start is no ancestor of its end".formatted(range),
				"put the older revision first, or leave out a side");
	}

}
