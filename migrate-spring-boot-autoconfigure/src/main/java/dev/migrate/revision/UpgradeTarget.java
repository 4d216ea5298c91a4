package dev.migrate.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Finds the revisions that a symbol names as the target of an upgrade, or as the end of a
 * range.
 */
final class UpgradeTarget {

	private final RevisionGraph graph;

	private final RevisionResolver resolver;

	private final RevisionWalk walk;

	UpgradeTarget(RevisionGraph graph, RevisionWalk walk) {
		this.graph = graph;
		this.resolver = new RevisionResolver(graph);
		this.walk = walk;
	}

	/**
	 * Find the targets.
	 * @param symbol what was typed
	 * @param rows the version rows
	 * @param from the revisions that a number of steps up is counted from
	 * @return their ids; empty for the base
	 * @throws RevisionException if the symbol does not lead to a revision
	 */
	List<String> resolve(RevisionSymbol symbol, Collection<String> rows, Collection<String> from) {
		if (!symbol.isRelative()) {
			return requireSeparate(this.resolver.resolve(symbol, rows), symbol);
		}
		String id;
		if (symbol.isFromCurrent()) {
			requireUpwards(symbol);
			id = up(currentStart(symbol, (symbol.name() != null) ? rows : from), symbol);
		}
		else {
			String start = this.resolver.resolveSingle(symbol.start(), rows);
			id = (symbol.steps() > 0) ? up(start, symbol) : this.walk.down(start, -symbol.steps(), symbol);
		}
		return (id != null) ? List.of(id) : List.of();
	}

	private List<String> requireSeparate(List<String> ids, RevisionSymbol symbol) {
		Set<String> overlapping = new LinkedHashSet<>(ids);
		overlapping.removeAll(this.graph.maximal(ids));
		if (!overlapping.isEmpty()) {
			throw new RevisionException(
					Kind.OVERLAP, "'%s' names %s, and others of them build on %s".formatted(symbol,
							String.join(", ", ids), String.join(", ", overlapping)),
					"name one of the others, or 'heads' for all");
		}
		return ids;
	}

	private static void requireUpwards(RevisionSymbol symbol) {
		if (symbol.steps() <= 0) {
			throw new RevisionException(Kind.OUT_OF_RANGE, "'%s' does not lead up".formatted(symbol),
					"name a number of steps up, as +1, or downgrade");
		}
	}

	private @Nullable String up(@Nullable String start, RevisionSymbol symbol) {
		Set<String> branch = (symbol.branch() != null)
				? this.graph.versionedLineage(this.resolver.resolveOne(symbol.branch()).id()) : null;
		return this.walk.up(start, symbol.steps(), branch, symbol);
	}

	private @Nullable String currentStart(RevisionSymbol symbol, Collection<String> from) {
		Collection<String> starts = from;
		if (symbol.branch() != null) {
			Set<String> branch = this.graph.versionedLineage(this.resolver.resolveOne(symbol.branch()).id());
			starts = from.stream().filter(branch::contains).toList();
			if (starts.isEmpty()) {
				starts = tips(from, branch);
			}
		}
		if (starts.size() > 1) {
			throw new RevisionException(Kind.AMBIGUOUS_WALK,
					"'%s' may be counted from several revisions: %s".formatted(symbol, String.join(", ", starts)),
					"name the branch as label@+1, or the revision to reach");
		}
		return starts.isEmpty() ? null : starts.iterator().next();
	}

	private Set<String> tips(Collection<String> rows, Set<String> branch) {
		Set<String> active = this.graph.ancestors(rows);
		active.retainAll(branch);
		Set<String> tips = new LinkedHashSet<>(active);
		active.forEach((id) -> tips.removeAll(this.graph.predecessors(id)));
		return tips;
	}

}
