package dev.migrate.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Puts revisions into the one order in which predecessors come first, then the older,
 * then the smaller id, whatever order they were found in; or finds the cycle that
 * prevents it.
 */
final class TopologicalOrder {

	private static final Comparator<Revision> CREATION_ORDER = Comparator
		.comparing((Revision revision) -> (revision.createDate() != null) ? revision.createDate() : Instant.MIN)
		.thenComparing(Revision::id);

	private TopologicalOrder() {
	}

	/**
	 * Sort revisions.
	 * @param byId the revisions by id
	 * @param predecessors the ids that each revision builds on
	 * @return the revisions by id, predecessors first
	 * @throws RevisionException if a revision is its own ancestor
	 */
	static Map<String, Revision> of(Map<String, Revision> byId, Map<String, Set<String>> predecessors) {
		Map<String, Integer> missing = new HashMap<>(byId.size() * 2);
		Map<String, List<Revision>> successors = new HashMap<>(byId.size() * 2);
		PriorityQueue<Revision> ready = new PriorityQueue<>(CREATION_ORDER);
		for (Revision revision : byId.values()) {
			Set<String> before = predecessors.getOrDefault(revision.id(), Set.of());
			missing.put(revision.id(), before.size());
			before.forEach((id) -> successors.computeIfAbsent(id, (key) -> new ArrayList<>(1)).add(revision));
			if (before.isEmpty()) {
				ready.add(revision);
			}
		}
		Map<String, Revision> sorted = new LinkedHashMap<>(byId.size() * 2);
		for (Revision next = ready.poll(); next != null; next = ready.poll()) {
			sorted.put(next.id(), next);
			for (Revision successor : successors.getOrDefault(next.id(), List.of())) {
				if (missing.merge(successor.id(), -1, Integer::sum) == 0) {
					ready.add(successor);
				}
			}
		}
		if (sorted.size() < byId.size()) {
			throw cycle(byId, predecessors, sorted.keySet());
		}
		return sorted;
	}

	private static RevisionException cycle(Map<String, Revision> byId, Map<String, Set<String>> predecessors,
			Set<String> sorted) {
		// Every unsorted revision has an unsorted predecessor: walking them must come
		// round
		String current = byId.keySet()
			.stream()
			.filter((id) -> !sorted.contains(id))
			.min(String::compareTo)
			.orElseThrow();
		List<String> walk = new ArrayList<>();
		while (!walk.contains(current)) {
			walk.add(current);
			current = predecessors.getOrDefault(current, Set.of())
				.stream()
				.filter((id) -> !sorted.contains(id))
				.findFirst()
				.orElseThrow();
		}
		List<String> cycle = new ArrayList<>(walk.subList(walk.indexOf(current), walk.size()));
		cycle.add(current);
		List<String> sources = cycle.stream()
			.distinct()
			.map((id) -> byId.getOrDefault(id, null))
			.map(Revision::source)
			.toList();
		String problem = (cycle.size() == 2)
				? "Revision %s (%s) names itself as its predecessor".formatted(current, sources.get(0))
				: "Revisions form a cycle, %s (%s)".formatted(String.join(" -> ", cycle), String.join(", ", sources));
		return new RevisionException(Kind.CYCLE, problem, "correct a down revision or a dependency in one of them");
	}

}
