package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Turns what a person types for a revision into ids: full and partial ids, {@code head},
 * {@code heads}, {@code base}, {@code current}, branch labels, and any of these in a
 * branch as {@code label@head}.
 * <p>
 * An exact match wins; else ids and labels of four characters or more that start with the
 * symbol are candidates, as Alembic has it; in {@code label@symbol} only those of the
 * branch.
 */
public final class RevisionResolver {

	private static final int SHORTEST_CANDIDATE = 4;

	private final RevisionGraph graph;

	/**
	 * Create a resolver.
	 * @param graph the revisions
	 */
	public RevisionResolver(RevisionGraph graph) {
		this.graph = graph;
	}

	/**
	 * The revisions that an absolute symbol names, where no database is asked.
	 * @param symbol what was typed
	 * @return their ids, empty for {@code base}
	 * @throws RevisionException if the symbol names no revision or is ambiguous, or asks
	 * where the database stands
	 */
	public List<String> resolve(String symbol) {
		RevisionSymbol parsed = RevisionSymbol.parse(symbol);
		if (parsed.isRelative() || parsed.isFromCurrent()) {
			throw new RevisionException(Kind.MALFORMED_SYMBOL,
					"'%s' is relative to a database, a revision is needed here".formatted(symbol),
					"name it by its id or label, or write head, heads, base or label@head");
		}
		return resolve(parsed, List.of());
	}

	/**
	 * The revisions that a symbol names for a command that takes absolute ones. A
	 * negative number counts down from the heads, as in Alembic.
	 * @param symbol what was typed
	 * @param rows the version rows: what {@code current} stands for
	 * @return their ids, empty for {@code base}
	 * @throws RevisionException if the symbol names no revision or is ambiguous
	 */
	public List<String> resolve(String symbol, Collection<String> rows) {
		RevisionSymbol parsed = RevisionSymbol.parse(symbol);
		if (!parsed.isRelative()) {
			return resolve(parsed, rows);
		}
		if (parsed.name() != null || parsed.steps() >= 0) {
			throw new RevisionException(Kind.MALFORMED_SYMBOL, "'%s' counts steps from a revision".formatted(symbol),
					"name the revision itself; only a number of steps down from the heads, as -1, is taken here");
		}
		return downFromHeads(parsed, new RevisionWalk(this.graph, false)).stream().flatMap(Optional::stream).toList();
	}

	/**
	 * The one revision that an id, a partial id or a label names.
	 * @param symbol what was typed
	 * @return the revision
	 * @throws RevisionException if the symbol names no revision or several
	 */
	public Revision resolveOne(String symbol) {
		Revision exact = exact(symbol);
		return (exact != null) ? exact : only(candidates(symbol), symbol);
	}

	List<String> resolve(RevisionSymbol symbol, Collection<String> rows) {
		String name = (symbol.name() != null) ? symbol.name() : RevisionSymbol.CURRENT;
		if (symbol.branch() != null) {
			return resolveInBranch(symbol.branch(), name, rows);
		}
		return switch (name) {
			case RevisionSymbol.BASE -> List.of();
			case RevisionSymbol.HEADS -> this.graph.heads();
			case RevisionSymbol.HEAD ->
				single(this.graph.versionedHeads(), "head", "name one of them, or 'heads' for all");
			case RevisionSymbol.CURRENT -> List.copyOf(rows);
			default -> List.of(resolveOne(name).id());
		};
	}

	/**
	 * The one revision that an absolute symbol names.
	 * @param symbol the symbol
	 * @param rows the version rows
	 * @return its id, or {@code null} for the base
	 */
	@Nullable String resolveSingle(RevisionSymbol symbol, Collection<String> rows) {
		List<String> ids = resolve(symbol, rows);
		if (ids.size() > 1 && symbol.isFromCurrent()) {
			throw new RevisionException(Kind.AMBIGUOUS_WALK,
					"The database is at several revisions: " + String.join(", ", ids),
					"name one of them, or a branch as label@+1 or label@-1");
		}
		single(ids, symbol.toString(), "name one of them");
		return ids.isEmpty() ? null : ids.get(0);
	}

	/**
	 * The revisions that lie a number of steps below the heads, or below those of a
	 * branch.
	 * @param symbol a negative number, in a branch or not
	 * @param walk the way down
	 * @return an id for each way down that ends at a revision, empty for one that ends at
	 * a base
	 */
	Set<Optional<String>> downFromHeads(RevisionSymbol symbol, RevisionWalk walk) {
		List<String> heads = this.graph.heads();
		if (symbol.branch() != null) {
			List<String> inBranch = versionedHeads(resolveOne(symbol.branch()));
			List<String> real = inBranch.stream().filter(heads::contains).toList();
			heads = real.isEmpty() ? inBranch : real;
		}
		Set<Optional<String>> below = new LinkedHashSet<>();
		heads.forEach((head) -> below.add(Optional.ofNullable(walk.down(head, -symbol.steps(), symbol))));
		return below;
	}

	private List<String> versionedHeads(Revision branch) {
		Set<String> descendants = this.graph.versionedDescendants(List.of(branch.id()));
		return this.graph.versionedHeads().stream().filter(descendants::contains).toList();
	}

	private List<String> resolveInBranch(String branch, String name, Collection<String> rows) {
		Revision member = resolveOne(branch);
		Set<String> lineage = this.graph.versionedLineage(member.id());
		return switch (name) {
			case RevisionSymbol.BASE -> List.of();
			case RevisionSymbol.HEADS -> versionedHeads(member);
			case RevisionSymbol.HEAD ->
				single(versionedHeads(member), branch + "@head", "name one of them, or '" + branch + "@heads' for all");
			case RevisionSymbol.CURRENT -> rows.stream().filter(lineage::contains).toList();
			default -> List.of(resolveOneInBranch(name, branch, lineage).id());
		};
	}

	private Revision resolveOneInBranch(String name, String branch, Set<String> lineage) {
		Revision exact = exact(name);
		List<Revision> candidates = (exact != null) ? List.of(exact) : candidates(name);
		List<Revision> members = candidates.stream().filter((candidate) -> lineage.contains(candidate.id())).toList();
		if (members.isEmpty() && !candidates.isEmpty()) {
			throw new RevisionException(Kind.NOT_IN_BRANCH,
					"Revision %s is not a member of branch '%s'".formatted(alternatives(candidates), branch),
					"name a revision of that branch, or leave out the branch");
		}
		return only(members, name);
	}

	private Revision only(List<Revision> candidates, String symbol) {
		if (candidates.size() > 1) {
			throw new RevisionException(Kind.AMBIGUOUS,
					"Revision '%s' is ambiguous, it may be %s".formatted(symbol, alternatives(candidates)),
					"type more characters of it");
		}
		if (candidates.isEmpty()) {
			throw new RevisionException(Kind.UNKNOWN_REVISION, "Can't locate revision '%s'".formatted(symbol),
					"name a revision of this application; its heads are "
							+ (this.graph.heads().isEmpty() ? "none" : String.join(", ", this.graph.heads())));
		}
		return candidates.get(0);
	}

	private static String alternatives(List<Revision> candidates) {
		return String.join(" or ", candidates.stream().map(Revision::id).toList());
	}

	private @Nullable Revision exact(String symbol) {
		Revision revision = this.graph.find(symbol);
		return (revision != null) ? revision : this.graph.findByLabel(symbol);
	}

	private List<Revision> candidates(String prefix) {
		List<Revision> candidates = new ArrayList<>();
		if (prefix.isEmpty()) {
			return candidates;
		}
		for (Revision revision : this.graph.revisions()) {
			boolean label = revision.branchLabels().stream().anyMatch((name) -> isCandidate(name, prefix));
			if (label || isCandidate(revision.id(), prefix)) {
				candidates.add(revision);
			}
		}
		return candidates;
	}

	private boolean isCandidate(String name, String prefix) {
		return name.length() >= SHORTEST_CANDIDATE && name.startsWith(prefix);
	}

	private List<String> single(List<String> heads, String symbol, String remedy) {
		if (heads.size() > 1) {
			throw new RevisionException(Kind.MULTIPLE_HEADS,
					"Multiple head revisions are present where '%s' must be one: %s".formatted(symbol, String.join(", ",
							heads.stream().map((id) -> "%s (%s)".formatted(id, this.graph.get(id).source())).toList())),
					remedy + ", or merge them");
		}
		return heads;
	}

}
