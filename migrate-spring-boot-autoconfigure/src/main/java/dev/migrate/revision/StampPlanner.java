package dev.migrate.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Plans stamps. The rows in the lineage of a target, dependencies included, collapse into
 * it; unrelated rows stay. Each target is held against the rows as they were, and all are
 * resolved before any row is given up. What one target implies of another is not written:
 * rows never overlap.
 */
final class StampPlanner {

	private final RevisionGraph graph;

	private final RevisionResolver resolver;

	StampPlanner(RevisionGraph graph) {
		this.graph = graph;
		this.resolver = new RevisionResolver(graph);
	}

	StampPlan plan(Collection<String> rows, List<String> symbols, boolean purge) {
		Set<String> targets = new LinkedHashSet<>();
		symbols.forEach((symbol) -> targets.addAll(this.resolver.resolve(symbol, rows)));
		Set<String> result = new LinkedHashSet<>();
		if (!purge) {
			requireKnown(rows);
			result.addAll(rows);
			symbols.forEach((symbol) -> result.removeAll(collapsing(symbol, rows)));
		}
		result.addAll(targets);
		return plan(rows, targets, this.graph.maximal(result));
	}

	private static StampPlan plan(Collection<String> rows, Set<String> targets, Set<String> result) {
		Set<String> deleted = new LinkedHashSet<>(rows);
		deleted.removeAll(result);
		Set<String> inserted = new LinkedHashSet<>(result);
		inserted.removeAll(Set.copyOf(rows));
		return new StampPlan(List.copyOf(targets), deleted, inserted);
	}

	private void requireKnown(Collection<String> rows) {
		for (String row : rows) {
			if (!this.graph.contains(row)) {
				throw new RevisionException(Kind.UNKNOWN_REVISION,
						"The database is at revision %s, which this application does not have".formatted(row),
						"deploy the build that has it, or give up all rows with stamp --purge");
			}
		}
	}

	private Set<String> collapsing(String symbol, Collection<String> rows) {
		List<String> targets = this.resolver.resolve(symbol, rows);
		String branch = RevisionSymbol.parse(symbol).branch();
		Set<String> lineage = lineage(targets);
		boolean moves = targets.isEmpty() || targets.stream()
			.anyMatch((id) -> !rows.contains(id) && rows.stream().anyMatch(lineage(List.of(id))::contains));
		if (!moves) {
			return Set.of();
		}
		if (branch != null) {
			lineage.addAll(lineage(List.of(this.resolver.resolveOne(branch).id())));
		}
		Set<String> related = new LinkedHashSet<>(rows);
		if (branch != null || !targets.isEmpty()) {
			related.retainAll(lineage);
		}
		return related;
	}

	private Set<String> lineage(Collection<String> ids) {
		Set<String> lineage = this.graph.ancestors(ids);
		lineage.addAll(this.graph.descendants(ids));
		return lineage;
	}

}
