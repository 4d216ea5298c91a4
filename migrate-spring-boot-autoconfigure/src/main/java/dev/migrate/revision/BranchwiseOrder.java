package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists revisions successors first, one branch after the other: the order in which
 * Alembic prints its history, downgrades, and, read backwards, upgrades.
 * <p>
 * Several tips are walked down by turns. A tip is followed until another one turns out to
 * build on it; then that one comes first. The tips start in the order of their ids, which
 * is the order of Alembic's files.
 */
final class BranchwiseOrder {

	private final RevisionGraph graph;

	private final Set<String> open;

	private final List<String> listed;

	private final List<Tip> tips = new ArrayList<>();

	private int turn;

	private BranchwiseOrder(RevisionGraph graph, Set<String> ids) {
		this.graph = graph;
		this.open = new LinkedHashSet<>(ids);
		this.listed = new ArrayList<>(ids.size());
	}

	/**
	 * Sort revisions.
	 * @param graph the graph
	 * @param ids ids of the graph
	 * @param from the ids to begin at; what they do not lead to comes after them
	 * @return the same ids, successors first
	 */
	static List<String> newestFirst(RevisionGraph graph, Set<String> ids, Collection<String> from) {
		BranchwiseOrder order = new BranchwiseOrder(graph, ids);
		order.walkDown(from);
		while (!order.open.isEmpty()) {
			order.walkDown(graph.maximal(order.open));
		}
		return order.listed;
	}

	/**
	 * Sort revisions the other way round.
	 * @param graph the graph
	 * @param ids ids of the graph
	 * @param from the ids to begin at
	 * @return the same ids, predecessors first
	 */
	static List<String> oldestFirst(RevisionGraph graph, Set<String> ids, Collection<String> from) {
		List<String> order = newestFirst(graph, ids, from);
		Collections.reverse(order);
		return order;
	}

	private void walkDown(Collection<String> from) {
		from.stream().filter(this.open::contains).distinct().sorted().map(this::tip).forEach(this.tips::add);
		this.turn = 0;
		while (!this.tips.isEmpty()) {
			int above = tipAbove(this.tips.get(this.turn).id());
			if (above >= 0) {
				this.turn = above;
			}
			else {
				list(this.tips.get(this.turn));
			}
		}
	}

	private Tip tip(String id) {
		return new Tip(id, this.graph.ancestors(List.of(id)));
	}

	private int tipAbove(String id) {
		for (int i = 0; i < this.tips.size(); i++) {
			if (i != this.turn && this.tips.get(i).lineage().contains(id)) {
				return i;
			}
		}
		return -1;
	}

	private void list(Tip tip) {
		this.open.remove(tip.id());
		this.listed.add(tip.id());
		Set<String> predecessors = this.graph.predecessors(tip.id());
		List<String> next = new ArrayList<>(predecessors);
		next.retainAll(this.open);
		this.tips.forEach((other) -> next.remove(other.id()));
		if (next.isEmpty()) {
			this.tips.remove(this.turn);
			this.turn = Math.max(this.turn - 1, 0);
			return;
		}
		// On a plain line the lineage stays good: what was listed is not asked for again
		this.tips.set(this.turn, (predecessors.size() == 1) ? new Tip(next.get(0), tip.lineage()) : tip(next.get(0)));
		next.stream().skip(1).map(this::tip).forEach(this.tips::add);
	}

	private record Tip(String id, Set<String> lineage) {
	}

}
