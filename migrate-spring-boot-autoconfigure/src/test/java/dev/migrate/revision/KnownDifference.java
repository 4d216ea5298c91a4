package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.revision.AlembicAnswers.Question;
import org.jspecify.annotations.Nullable;

/**
 * Where our answer is another one than Alembic's, and why that is meant. Each names its
 * place in {@code ALEMBIC_SEMANTICS.md}, or the rule there that the other answer breaks.
 */
enum KnownDifference {

	/** Repair 3: we answer with a sentence, or do what was asked. */
	ALEMBIC_CRASHES,

	/**
	 * Repair 5, and the rule that each target is held against the rows as they were:
	 * Alembic loses a target that is a row already, and leaves overlapping rows.
	 */
	STAMP_OF_SEVERAL,

	/**
	 * "Down from the heads" holds for a number in a stamp; with rows, Alembic refuses.
	 */
	STAMP_OF_A_NUMBER,

	/**
	 * Alembic looks for the beginning of an id in a stamp once more, outside of its
	 * branch.
	 */
	STAMP_IN_A_BRANCH,

	/**
	 * Alembic finds no heads where the branch is named by an id, or is depended upon; and
	 * with several heads it passes over those from which the number leads past a base.
	 */
	NUMBER_BELOW_HEADS,

	/** "For history": Alembic takes id±N at the end of a range only. */
	RELATIVE_START_OF_RANGE,

	/** Alembic refuses -N at the start of a range where it leads exactly to the base. */
	RANGE_FROM_THE_BASE,

	/** Nothing is applied: "current" is nothing; Alembic takes it for all heads. */
	RANGE_TO_NOTHING,

	/** X@sym must share lineage with X: Alembic's downgrade does not look. */
	DOWNGRADE_IN_A_BRANCH,

	/** X must be a label or an id: Alembic does not look where it needs no branch. */
	UNKNOWN_BRANCH,

	/** An id and the label of the same revision begin alike: it is no other revision. */
	ONE_REVISION_BY_TWO_NAMES;

	static @Nullable KnownDifference of(RevisionGraph graph, Question question) {
		if (question.answer().contains("crash")) {
			return ALEMBIC_CRASHES;
		}
		List<RevisionSymbol> symbols = symbols(question);
		String command = question.command();
		if (command.equals("stamp")) {
			if (symbols.stream().anyMatch(RevisionSymbol::isRelative)) {
				return STAMP_OF_A_NUMBER;
			}
			if (symbols.size() > 1 || targets(graph, question) > 1) {
				return STAMP_OF_SEVERAL;
			}
			if (question.answer().contains("AMBIGUOUS")
					&& symbols.stream().anyMatch((symbol) -> symbol.branch() != null)) {
				return STAMP_IN_A_BRANCH;
			}
		}
		if (command.equals("resolve") && symbols.get(0).isRelative()
				&& (question.answer().equals(List.of("ok", "")) || question.answer().contains("AMBIGUOUS_WALK"))) {
			return NUMBER_BELOW_HEADS;
		}
		if (command.equals("history")) {
			RevisionRange range = RevisionRange.parse(question.argument());
			RevisionSymbol start = range.start();
			if (start != null && start.isRelative()) {
				return (start.name() == null && start.steps() < 0) ? RANGE_FROM_THE_BASE : RELATIVE_START_OF_RANGE;
			}
			if (question.rows().isEmpty() && range.end() != null && "current".equals(range.end().name())) {
				return RANGE_TO_NOTHING;
			}
		}
		if (command.equals("downgrade") && symbols.get(0).branch() != null && symbols.get(0).steps() == 0
				&& !"base".equals(symbols.get(0).name())) {
			return DOWNGRADE_IN_A_BRANCH;
		}
		if (symbols.stream().anyMatch((symbol) -> "zzzz".equals(symbol.branch()))) {
			return UNKNOWN_BRANCH;
		}
		if (question.answer().contains("AMBIGUOUS") && symbols.stream().anyMatch((symbol) -> twoNames(graph, symbol))) {
			return ONE_REVISION_BY_TWO_NAMES;
		}
		return null;
	}

	private static int targets(RevisionGraph graph, Question question) {
		try {
			return new RevisionResolver(graph).resolve(question.argument(), question.rows()).size();
		}
		catch (RevisionException ex) {
			return 0;
		}
	}

	private static boolean twoNames(RevisionGraph graph, RevisionSymbol symbol) {
		return graph.revisions()
			.stream()
			.anyMatch((revision) -> (begins(revision.id(), symbol.name()) || begins(revision.id(), symbol.branch()))
					&& revision.branchLabels()
						.stream()
						.anyMatch((label) -> begins(label, symbol.name()) || begins(label, symbol.branch())));
	}

	private static boolean begins(String name, @Nullable String with) {
		return with != null && name.startsWith(with);
	}

	private static List<RevisionSymbol> symbols(Question question) {
		List<RevisionSymbol> symbols = new ArrayList<>();
		for (String text : question.argument().split("[ :]")) {
			if (!text.isEmpty()) {
				symbols.add(RevisionSymbol.parse(text));
			}
		}
		return symbols;
	}

}
