package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import dev.migrate.revision.AlembicAnswers.Graph;
import dev.migrate.revision.AlembicAnswers.Question;

/**
 * A random graph and random questions about it, the same for the same seed. The ids are
 * alike, so that beginnings of them are ambiguous; lines, branches, merges, labels and
 * dependencies come in every mixture.
 */
final class RandomRevisions {

	private static final String[] LABELS = { "cart", "shop", "mail", "cash", "abcc", "bac" };

	private final long seed;

	private final Random random;

	private final List<Revision> revisions = new ArrayList<>();

	private final List<String> labels = new ArrayList<>();

	RandomRevisions(long seed) {
		this.seed = seed;
		this.random = new Random(seed);
	}

	Graph graph(int questions) {
		int size = 1 + this.random.nextInt(14);
		while (this.revisions.size() < size) {
			this.revisions.add(revision());
		}
		// Alembic's own order is that of its files, which are named by the id
		this.revisions.sort(Comparator.comparing(Revision::id));
		RevisionGraph graph = RevisionGraph.of(this.revisions);
		List<Question> asked = new ArrayList<>();
		asked.add(new Question("heads", List.of(), ""));
		asked.add(new Question("branches", List.of(), ""));
		asked.add(new Question("history", List.of(), ":"));
		while (asked.size() < questions) {
			asked.add(question(rows(graph)));
		}
		return new Graph(this.seed, List.copyOf(this.revisions), asked);
	}

	private Revision revision() {
		Set<String> downs = new LinkedHashSet<>();
		Set<String> dependencies = new LinkedHashSet<>();
		if (!this.revisions.isEmpty() && chance(85)) {
			downs.add(chance(60) ? this.revisions.get(this.revisions.size() - 1).id() : anyId());
			if (chance(18)) {
				downs.add(anyId());
			}
		}
		if (!this.revisions.isEmpty() && chance(18)) {
			dependencies.add((!this.labels.isEmpty() && chance(30)) ? any(this.labels) : anyId());
			if (chance(12)) {
				dependencies.add(anyId());
			}
		}
		Set<String> own = new LinkedHashSet<>();
		if (chance(22)) {
			String label = LABELS[this.random.nextInt(LABELS.length)];
			if (!this.labels.contains(label)) {
				own.add(label);
			}
		}
		String id = newId();
		this.labels.addAll(own);
		return new Revision(id, List.copyOf(downs), own, List.copyOf(dependencies), "", null, id);
	}

	private String newId() {
		while (true) {
			StringBuilder id = new StringBuilder();
			int length = 3 + this.random.nextInt(4);
			while (id.length() < length) {
				id.append("abc1".charAt(this.random.nextInt(4)));
			}
			String text = id.toString();
			if (!List.of(LABELS).contains(text)
					&& this.revisions.stream().noneMatch((each) -> each.id().equals(text))) {
				return text;
			}
		}
	}

	private List<String> rows(RevisionGraph graph) {
		if (chance(15)) {
			return List.of();
		}
		if (chance(20)) {
			return graph.heads();
		}
		Set<String> applied = new LinkedHashSet<>();
		for (int i = 1 + this.random.nextInt(3); i > 0; i--) {
			applied.add(anyId());
		}
		return List.copyOf(new LinkedHashSet<>(graph.maximal(graph.ancestors(applied))));
	}

	private Question question(List<String> rows) {
		int kind = this.random.nextInt(100);
		if (kind < 28) {
			return new Question("upgrade", rows, symbol(rows));
		}
		if (kind < 56) {
			return new Question("downgrade", rows, chance(25) ? "-" + steps() : symbol(rows));
		}
		if (kind < 72) {
			return new Question("stamp", rows, stampTargets(rows));
		}
		if (kind < 82) {
			return new Question("resolve", List.of(), symbol(rows));
		}
		if (kind < 93) {
			return new Question("history", rows, side(rows) + ":" + side(rows));
		}
		if (kind < 97) {
			return new Question("current", rows, "");
		}
		return new Question("labels", List.of(), anyId());
	}

	private String stampTargets(List<String> rows) {
		String target = symbol(rows);
		return chance(25) ? target + " " + symbol(rows) : target;
	}

	private String side(List<String> rows) {
		return switch (this.random.nextInt(10)) {
			case 0, 1 -> "";
			case 2 -> "current";
			case 3, 4, 5 -> anyId();
			default -> symbol(rows);
		};
	}

	private String symbol(List<String> rows) {
		List<Supplier<String>> forms = List.of(() -> "head", () -> "heads", () -> "base", this::anyId, this::anyId,
				this::beginning, this::branch, () -> branch() + "@head", () -> branch() + "@heads",
				() -> branch() + "@base", () -> branch() + "@" + anyId(), () -> branch() + "@" + beginning(),
				() -> "+" + steps(), () -> "-" + steps(), () -> anyId() + "+" + steps(), () -> anyId() + "-" + steps(),
				() -> "head-" + steps(), () -> "base+" + steps(), () -> branch() + "@+" + steps(),
				() -> branch() + "@-" + steps(), () -> branch() + "@" + anyId() + "+" + steps(),
				() -> branch() + "@" + anyId() + "-" + steps(), () -> branch() + "@base+" + steps(),
				() -> rows.isEmpty() ? "zzzz" : any(rows));
		return any(forms).get();
	}

	private String branch() {
		return (!this.labels.isEmpty() && chance(75)) ? any(this.labels) : chance(95) ? anyId() : "zzzz";
	}

	private String beginning() {
		String id = anyId();
		return id.substring(0, 1 + this.random.nextInt(id.length()));
	}

	private int steps() {
		return chance(5) ? 0 : 1 + this.random.nextInt(3);
	}

	private String anyId() {
		return any(this.revisions).id();
	}

	private <T> T any(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

}
