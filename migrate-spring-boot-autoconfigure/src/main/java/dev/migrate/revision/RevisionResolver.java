package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.RevisionException.Kind;

/**
 * Turns what a person types for a revision into ids: full and partial ids, {@code head},
 * {@code heads}, {@code base}, branch labels and {@code label@head}.
 * <p>
 * An exact match wins; else ids and labels of four characters or more that start with the
 * symbol are candidates, as Alembic has it, and those of the branch in
 * {@code label@symbol} before others.
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
	 * The revisions that a symbol names.
	 * @param symbol what was typed
	 * @return their ids, empty for {@code base}
	 * @throws RevisionException if the symbol names no revision or is ambiguous
	 */
	public List<String> resolve(String symbol) {
		int at = symbol.indexOf('@');
		if (at > 0) {
			return resolveInBranch(symbol, symbol.substring(0, at), symbol.substring(at + 1));
		}
		return switch (symbol) {
			case "base" -> List.of();
			case "heads" -> this.graph.heads();
			case "head" -> single(this.graph.versionedHeads(), "head", "name one of them, or 'heads' for all");
			default -> List.of(resolveOne(symbol).id());
		};
	}

	/**
	 * The one revision that an id, a partial id or a label names.
	 * @param symbol what was typed
	 * @return the revision
	 * @throws RevisionException if the symbol names no revision or several
	 */
	public Revision resolveOne(String symbol) {
		return resolveOne(symbol, (revision) -> true);
	}

	private Revision resolveOne(String symbol, Predicate<Revision> preferred) {
		Revision exact = exact(symbol);
		if (exact != null) {
			return exact;
		}
		List<Revision> candidates = candidates(symbol);
		if (candidates.stream().anyMatch(preferred)) {
			candidates.removeIf(preferred.negate());
		}
		if (candidates.size() > 1) {
			throw new RevisionException(Kind.AMBIGUOUS,
					"Revision '%s' is ambiguous, it may be %s".formatted(symbol,
							String.join(" or ", candidates.stream().map(Revision::id).toList())),
					"type more characters of it");
		}
		if (candidates.isEmpty()) {
			throw new RevisionException(Kind.UNKNOWN_REVISION, "Can't locate revision '%s'".formatted(symbol),
					"name a revision of this application; its heads are "
							+ (this.graph.heads().isEmpty() ? "none" : String.join(", ", this.graph.heads())));
		}
		return candidates.get(0);
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

	private List<String> resolveInBranch(String symbol, String branch, String name) {
		Revision member = resolveOne(branch);
		Set<String> stem = this.graph.versionedDescendants(List.of(member.id()));
		List<String> heads = this.graph.versionedHeads().stream().filter(stem::contains).toList();
		if (name.equals("heads")) {
			return heads;
		}
		if (name.equals("head")) {
			return single(heads, symbol, "name one of them, or '" + branch + "@heads' for all");
		}
		if (name.equals("base")) {
			return List.of();
		}
		Predicate<Revision> isMember = (candidate) -> stem.contains(candidate.id())
				|| this.graph.versionedDescendants(List.of(candidate.id())).contains(member.id());
		Revision revision = resolveOne(name, isMember);
		if (!isMember.test(revision)) {
			throw new RevisionException(Kind.UNKNOWN_REVISION,
					"Revision %s is not a member of branch '%s'".formatted(revision.id(), branch),
					"name a revision of that branch, or leave out the branch");
		}
		return List.of(revision.id());
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
