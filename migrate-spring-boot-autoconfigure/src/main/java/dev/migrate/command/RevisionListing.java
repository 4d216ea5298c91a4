package dev.migrate.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionHistory;
import dev.migrate.revision.RevisionRange;
import dev.migrate.revision.RevisionResolver;

/**
 * Lists revisions for the reading commands, beside what a database has where one was
 * asked.
 */
final class RevisionListing {

	private final RevisionGraph graph;

	private final List<String> rows;

	private final @Nullable Set<String> applied;

	/**
	 * Create a listing.
	 * @param graph the revisions
	 * @param rows the version rows, or {@code null} if no database was asked
	 */
	RevisionListing(RevisionGraph graph, @Nullable List<String> rows) {
		this.graph = graph;
		this.rows = (rows != null) ? rows : List.of();
		this.applied = (rows != null) ? graph.ancestors(rows.stream().filter(graph::contains).toList()) : null;
	}

	List<RevisionDetails> current() {
		List<RevisionDetails> current = new ArrayList<>();
		List<String> known = this.rows.stream().filter(this.graph::contains).toList();
		this.graph.current(known).forEach((id) -> current.add(details(this.graph.get(id))));
		for (String row : this.rows) {
			if (!this.graph.contains(row)) {
				current.add(unknown(row));
			}
		}
		return current;
	}

	private static RevisionDetails unknown(String row) {
		Revision revision = new Revision(row, List.of(), Set.of(), List.of(), "This build has no file for it", null,
				"unknown to this build");
		return new RevisionDetails(revision, Set.of(), List.of(), false, false, false, false, true, true);
	}

	List<RevisionDetails> heads(boolean resolveDependencies) {
		return list(resolveDependencies ? this.graph.heads() : this.graph.versionedHeads());
	}

	List<RevisionDetails> branches() {
		return list(this.graph.branchPoints());
	}

	List<RevisionDetails> show(String symbol) {
		return list(new RevisionResolver(this.graph).resolve(symbol, this.rows));
	}

	List<RevisionDetails> history(@Nullable String range) {
		RevisionHistory history = new RevisionHistory(this.graph);
		List<Revision> revisions = (range != null) ? history.between(RevisionRange.parse(range), this.rows)
				: history.all();
		return revisions.stream().map(this::details).toList();
	}

	private List<RevisionDetails> list(Collection<String> ids) {
		return ids.stream().map((id) -> details(this.graph.get(id))).toList();
	}

	private RevisionDetails details(Revision revision) {
		return RevisionDetails.of(this.graph, revision, this.applied, this.rows);
	}

}
