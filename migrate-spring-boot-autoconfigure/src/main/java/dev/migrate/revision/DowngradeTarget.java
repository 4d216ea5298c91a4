package dev.migrate.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Where a downgrade leads: the revision that stays applied, and the branch that is taken
 * back where several build on it.
 *
 * @param revision the id, or {@code null} for the base
 * @param branch the id of a revision of the branch, or {@code null} for all branches
 */
record DowngradeTarget(@Nullable String revision, @Nullable String branch) {

	/**
	 * Find the target.
	 * @param graph the graph
	 * @param symbol what was typed
	 * @param rows the version rows; of several, {@code -1} takes the first
	 * @return the target
	 * @throws RevisionException if the symbol does not lead to a revision
	 */
	static DowngradeTarget resolve(RevisionGraph graph, RevisionSymbol symbol, Collection<String> rows) {
		RevisionResolver resolver = new RevisionResolver(graph);
		String branch = (symbol.branch() != null) ? resolver.resolveOne(symbol.branch()).id() : null;
		if (!symbol.isRelative()) {
			return new DowngradeTarget(resolver.resolveSingle(symbol, rows), branch);
		}
		RevisionWalk walk = new RevisionWalk(graph, false);
		if (symbol.isFromCurrent()) {
			int steps = downwards(symbol);
			String start = (branch != null) ? currentIn(graph, branch, symbol, rows) : first(symbol, rows);
			return new DowngradeTarget(walk.down(start, steps, symbol), (branch != null) ? branch : start);
		}
		String start = resolver.resolveSingle(symbol.start(), rows);
		if (symbol.steps() > 0) {
			Set<String> lineage = (branch != null) ? graph.versionedLineage(branch) : null;
			return new DowngradeTarget(walk.up(start, symbol.steps(), lineage, symbol), branch);
		}
		if (start == null) {
			throw new RevisionException(Kind.OUT_OF_RANGE, "'%s' leads past the base".formatted(symbol),
					"write 'base' to take back everything");
		}
		return new DowngradeTarget(walk.down(start, -symbol.steps(), symbol), branch);
	}

	private static int downwards(RevisionSymbol symbol) {
		if (symbol.steps() >= 0) {
			throw new RevisionException(Kind.OUT_OF_RANGE, "'%s' does not lead down".formatted(symbol),
					"name a number of steps down, as -1, or upgrade");
		}
		return -symbol.steps();
	}

	private static String first(RevisionSymbol symbol, Collection<String> rows) {
		if (rows.isEmpty()) {
			throw new RevisionException(Kind.OUT_OF_RANGE,
					"'%s' leads past the base: nothing is applied".formatted(symbol), "upgrade first");
		}
		return rows.iterator().next();
	}

	private static String currentIn(RevisionGraph graph, String branch, RevisionSymbol symbol,
			Collection<String> rows) {
		Set<String> lineage = graph.versionedLineage(branch);
		Set<String> starts = new LinkedHashSet<>(rows);
		starts.retainAll(lineage);
		if (starts.isEmpty()) {
			starts.addAll(graph.current(rows));
			starts.retainAll(lineage);
		}
		if (starts.isEmpty()) {
			throw new RevisionException(Kind.OUT_OF_RANGE,
					"'%s' leads past the base: nothing of branch '%s' is applied".formatted(symbol, symbol.branch()),
					"name a branch that is applied; the database is at "
							+ (rows.isEmpty() ? "base" : String.join(", ", rows)));
		}
		if (starts.size() > 1) {
			throw new RevisionException(Kind.AMBIGUOUS_WALK,
					"'%s' may be counted from several revisions: %s".formatted(symbol, String.join(", ", starts)),
					"name the one, for example %s@-1".formatted(List.copyOf(starts).get(0)));
		}
		return starts.iterator().next();
	}

}
