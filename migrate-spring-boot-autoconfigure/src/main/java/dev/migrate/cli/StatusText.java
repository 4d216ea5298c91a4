package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.util.StringUtils;

import dev.migrate.revision.Revision;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.HalfDone;
import dev.migrate.runtime.HistoryEntry;

/**
 * Where a database stands, for people.
 */
final class StatusText {

	private static final int HISTORY_SHOWN = 5;

	private StatusText() {
	}

	static List<String> of(String database, DatabaseState state, List<Revision> changed) {
		List<String> lines = new ArrayList<>();
		lines.add("Database: " + database);
		lines.add("Product: " + Objects.requireNonNullElse(state.product(), "<unknown>"));
		lines.add("Status: " + state.status());
		HalfDone halfDone = state.halfDone();
		if (halfDone != null) {
			lines.add(halfDone.describe());
			halfDone.executed().forEach((statement) -> lines.add("    " + statement));
		}
		lines.add("Current: " + ids(state.current(), "<base>"));
		lines.add("Heads: " + ids(state.heads(), "<none>"));
		lines.add("Pending: " + state.pending().size());
		state.pending().forEach((revision) -> lines.add("    " + pending(revision)));
		if (!changed.isEmpty()) {
			lines.add("Changed after they were applied: " + changed.size());
			changed.forEach((revision) -> lines.add("    " + revision.id() + " (" + revision.source() + ")"));
		}
		if (!state.history().isEmpty()) {
			lines.add("History:");
			state.history().stream().limit(HISTORY_SHOWN).forEach((entry) -> lines.add("    " + history(entry)));
		}
		return lines;
	}

	private static String ids(List<String> ids, String none) {
		return ids.isEmpty() ? none : String.join(", ", ids);
	}

	private static String pending(Revision revision) {
		String down = revision.isBase() ? "<base>" : String.join(", ", revision.downRevisions());
		return "%s -> %s, %s".formatted(down, revision.id(), revision.message());
	}

	private static String history(HistoryEntry entry) {
		String by = StringUtils.hasText(entry.appliedBy()) ? " by " + entry.appliedBy() : "";
		return "%s %s %s%s (%d ms)".formatted(entry.appliedAt(), entry.direction().id(), entry.revision(), by,
				entry.durationMs());
	}

}
