package dev.migrate.revision;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Walks a number of steps along versioned ancestry. Dependencies are no steps.
 */
final class RevisionWalk {

	private final RevisionGraph graph;

	private final boolean stopAtEnd;

	/**
	 * Create a walk.
	 * @param graph the graph
	 * @param stopAtEnd whether a base or head ends the walk early, instead of an error
	 */
	RevisionWalk(RevisionGraph graph, boolean stopAtEnd) {
		this.graph = graph;
		this.stopAtEnd = stopAtEnd;
	}

	/**
	 * Walk down.
	 * @param start an id, or {@code null} for the base
	 * @param steps the number of steps
	 * @param symbol what was typed
	 * @return the id reached, or {@code null} for the base
	 * @throws RevisionException if the walk comes to a merge, or past a base
	 */
	@Nullable String down(@Nullable String start, int steps, RevisionSymbol symbol) {
		String position = start;
		for (int i = 0; i < steps; i++) {
			if (position == null) {
				if (this.stopAtEnd) {
					return null;
				}
				throw tooFar(symbol, start, i, "base");
			}
			List<String> parents = this.graph.get(position).downRevisions();
			if (parents.size() > 1) {
				throw ambiguous(symbol, "%s merges %s".formatted(position, String.join(", ", parents)), parents);
			}
			position = parents.isEmpty() ? null : parents.get(0);
		}
		return position;
	}

	/**
	 * Walk up.
	 * @param start an id, or {@code null} for the base
	 * @param steps the number of steps
	 * @param branch the ids to stay within, or {@code null} for all
	 * @param symbol what was typed
	 * @return the id reached, or {@code null} for the base
	 * @throws RevisionException if the walk comes to a fork, or past a head
	 */
	@Nullable String up(@Nullable String start, int steps, @Nullable Set<String> branch, RevisionSymbol symbol) {
		String position = start;
		for (int i = 0; i < steps; i++) {
			List<String> children = (position != null) ? this.graph.children(position) : this.graph.bases();
			if (branch != null) {
				children = children.stream().filter(branch::contains).toList();
			}
			if (children.size() > 1) {
				String at = (position != null) ? position + " branches" : "the base branches";
				throw ambiguous(symbol, "%s into %s".formatted(at, String.join(", ", children)), children);
			}
			if (children.isEmpty()) {
				if (this.stopAtEnd) {
					return position;
				}
				throw tooFar(symbol, start, i, "head");
			}
			position = children.get(0);
		}
		return position;
	}

	private static RevisionException tooFar(RevisionSymbol symbol, @Nullable String start, int possible, String end) {
		return new RevisionException(Kind.OUT_OF_RANGE,
				"'%s' leads past a %s: from %s there %s".formatted(symbol, end, (start != null) ? start : "base",
						(possible == 1) ? "is 1 step" : "are " + possible + " steps"),
				"name fewer steps, or '%s'".formatted(end));
	}

	private static RevisionException ambiguous(RevisionSymbol symbol, String fork, List<String> candidates) {
		return new RevisionException(Kind.AMBIGUOUS_WALK,
				"'%s' may lead to several revisions, %s".formatted(symbol, fork),
				"name the revision, for example " + candidates.get(0));
	}

}
