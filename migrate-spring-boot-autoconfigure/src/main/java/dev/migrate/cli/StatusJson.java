package dev.migrate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.HalfDone;
import dev.migrate.runtime.HistoryEntry;

/**
 * Where a database stands, for programs: an entry of the endpoint's {@code databases},
 * which leaves out what is not known.
 */
final class StatusJson {

	private StatusJson() {
	}

	static Map<String, Object> of(String database, DatabaseState state, List<Revision> changed) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("database", database);
		json.put("status", state.status());
		putIfKnown(json, "product", state.product());
		json.put("current", state.current());
		json.put("heads", state.heads());
		json.put("pending", state.pending().stream().map(StatusJson::of).toList());
		if (!changed.isEmpty()) {
			json.put("changed", changed.stream().map(Revision::id).toList());
		}
		putIfKnown(json, "halfDone", (state.halfDone() != null) ? of(state.halfDone()) : null);
		json.put("history", state.history().stream().map(StatusJson::of).toList());
		return json;
	}

	private static Map<String, Object> of(Revision revision) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("revision", revision.id());
		json.put("downRevision", revision.downRevisions());
		json.put("message", revision.message());
		putIfKnown(json, "createDate", revision.createDate());
		json.put("source", revision.source());
		return json;
	}

	private static Map<String, Object> of(HistoryEntry entry) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("revision", entry.revision());
		json.put("direction", entry.direction().id());
		json.put("appliedAt", entry.appliedAt());
		json.put("durationMs", entry.durationMs());
		putIfKnown(json, "appliedBy", entry.appliedBy());
		return json;
	}

	private static Map<String, Object> of(HalfDone halfDone) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("revision", halfDone.revision());
		json.put("direction", halfDone.direction().id());
		json.put("executed", halfDone.executed());
		putIfKnown(json, "inDoubt", halfDone.inDoubt());
		return json;
	}

	private static void putIfKnown(Map<String, Object> json, String name, @Nullable Object value) {
		if (value != null) {
			json.put(name, value);
		}
	}

}
