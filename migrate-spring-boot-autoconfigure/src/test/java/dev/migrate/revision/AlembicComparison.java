package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.revision.AlembicAnswers.Graph;
import dev.migrate.revision.AlembicAnswers.Question;
import dev.migrate.revision.RevisionException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Holds our answers to questions about one graph against Alembic's.
 */
final class AlembicComparison {

	private final RevisionGraph graph;

	private final RevisionPlanner planner;

	private final boolean ordered;

	AlembicComparison(Graph graph) {
		this.graph = RevisionGraph.of(graph.revisions());
		this.planner = new RevisionPlanner(this.graph);
		// Alembic has no fixed order of several dependencies
		this.ordered = graph.revisions()
			.stream()
			.allMatch(
					(revision) -> this.graph.predecessors(revision.id()).size() - revision.downRevisions().size() < 2);
	}

	/**
	 * Compare the answers to a question.
	 * @param question the question with Alembic's answer
	 * @return {@code same}, the known difference, or what is different after a {@code !}
	 */
	String compare(Question question) {
		Answer answer = answer(question);
		String difference = answer.difference(question);
		if (difference == null) {
			return answer.note();
		}
		KnownDifference known = KnownDifference.of(this.graph, question);
		return (known != null) ? known.name() : "!" + difference + " Alembic: " + question.answer();
	}

	private Answer answer(Question question) {
		List<String> rows = question.rows();
		String argument = question.argument();
		try {
			return switch (question.command()) {
				case "upgrade" -> new Plan(this.planner.upgrade(rows, argument));
				case "downgrade" -> new Plan(this.planner.downgrade(rows, argument));
				case "stamp" -> new Stamp(this.planner.stamp(rows, AlembicAnswers.list(argument), false));
				case "resolve" -> new Ids(new RevisionResolver(this.graph).resolve(argument, rows), false);
				case "history" -> new Ids(new RevisionHistory(this.graph).between(RevisionRange.parse(argument), rows)
					.stream()
					.map(Revision::id)
					.toList(), this.ordered);
				case "current" -> new Ids(this.graph.current(rows), false);
				case "heads" -> new Ids(this.graph.versionedHeads(), false);
				case "branches" -> new Ids(this.graph.branchPoints(), this.ordered);
				case "labels" -> new Ids(this.graph.branchLabels(argument), false);
				default -> throw new IllegalStateException(question.command());
			};
		}
		catch (RevisionException ex) {
			return new Refusal(ex);
		}
	}

	/**
	 * An answer of ours.
	 */
	private interface Answer {

		@Nullable String difference(Question question);

		default String note() {
			return "same";
		}

	}

	private record Refusal(RevisionException reason) implements Answer {

		@Override
		public @Nullable String difference(Question question) {
			// For Alembic a symbol that it cannot read is an id that it does not find,
			// and
			// so is the beginning of an id on another branch
			Kind kind = this.reason.getKind();
			boolean unknown = kind == Kind.MALFORMED_SYMBOL || kind == Kind.NOT_IN_BRANCH;
			if (question.answer().equals(List.of("error", kind.name()))
					|| (unknown && question.answer().equals(List.of("error", Kind.UNKNOWN_REVISION.name())))) {
				return null;
			}
			return kind + " " + this.reason.getMessage();
		}

	}

	private record Ids(Collection<String> ids, boolean ordered) implements Answer {

		@Override
		public @Nullable String difference(Question question) {
			if (question.outcome().equals("ok")) {
				List<String> expected = AlembicAnswers.list(question.answer().get(1));
				if (this.ordered ? List.copyOf(this.ids).equals(expected)
						: new HashSet<>(this.ids).equals(new HashSet<>(expected))) {
					return null;
				}
			}
			return this.ids.toString();
		}

	}

	private final class Plan implements Answer {

		private final List<Step> steps;

		private final List<String> ids;

		private String note = "same";

		Plan(List<Step> steps) {
			this.steps = steps;
			this.ids = steps.stream().map((step) -> step.revision().id()).toList();
		}

		@Override
		public @Nullable String difference(Question question) {
			if (!question.outcome().equals("ok")) {
				return "steps " + this.ids;
			}
			List<Set<String>> states = states(question.rows());
			if (!states.equals(maximalStates(question.rows()))) {
				return "rows that are not the maximal applied revisions " + states;
			}
			List<String> expected = AlembicAnswers.list(question.answer().get(1));
			if (!this.ids.equals(expected)) {
				boolean same = !AlembicComparison.this.ordered
						&& new HashSet<>(this.ids).equals(new HashSet<>(expected));
				this.note = "same in another order";
				return same ? null : "steps " + this.ids;
			}
			List<String> theirs = this.steps.isEmpty() ? List.of()
					: Arrays.asList(question.answer().get(2).split(",", -1));
			for (int i = 0; i < theirs.size(); i++) {
				Set<String> rows = new TreeSet<>(AlembicAnswers.list(theirs.get(i)));
				if (rows.contains("crash") || !AlembicComparison.this.graph.maximal(rows).equals(rows)) {
					this.note = rows.contains("crash") ? "same until Alembic crashes"
							: "same until Alembic's rows overlap";
					return null;
				}
				if (!rows.equals(states.get(i))) {
					return "rows after %s: %s".formatted(this.ids.get(i), states.get(i));
				}
			}
			return null;
		}

		private List<Set<String>> states(List<String> start) {
			Set<String> rows = new TreeSet<>(start);
			List<Set<String>> states = new ArrayList<>();
			for (Step step : this.steps) {
				rows.removeAll(step.deletedRows());
				rows.addAll(step.insertedRows());
				states.add(new TreeSet<>(rows));
			}
			return states;
		}

		private List<Set<String>> maximalStates(List<String> start) {
			Set<String> applied = AlembicComparison.this.graph.ancestors(start);
			List<Set<String>> states = new ArrayList<>();
			for (Step step : this.steps) {
				if (step.direction() == Direction.UPGRADE) {
					applied.add(step.revision().id());
				}
				else {
					applied.remove(step.revision().id());
				}
				states.add(new TreeSet<>(AlembicComparison.this.graph.maximal(applied)));
			}
			return states;
		}

		@Override
		public String note() {
			return this.note;
		}

	}

	private record Stamp(StampPlan plan) implements Answer {

		@Override
		public @Nullable String difference(Question question) {
			Set<String> rows = new TreeSet<>(question.rows());
			rows.removeAll(this.plan.deletedRows());
			rows.addAll(this.plan.insertedRows());
			if (question.outcome().equals("ok")) {
				Set<String> theirs = new TreeSet<>(AlembicAnswers.list(question.answer().get(1)));
				if (rows.equals(theirs)) {
					return null;
				}
			}
			return "rows " + rows;
		}

	}

}
