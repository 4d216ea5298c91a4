package dev.migrate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.command.RevisionDetails;
import dev.migrate.revision.Revision;

/**
 * A revision for programs.
 */
final class RevisionJson {

	private RevisionJson() {
	}

	static List<Map<String, @Nullable Object>> of(List<RevisionDetails> revisions) {
		return revisions.stream().map(RevisionJson::of).toList();
	}

	private static Map<String, @Nullable Object> of(RevisionDetails details) {
		Revision revision = details.revision();
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("revision", revision.id());
		json.put("downRevision", revision.downRevisions());
		json.put("branchLabels", revision.branchLabels());
		json.put("dependsOn", revision.dependsOn());
		json.put("message", revision.message());
		json.put("createDate", revision.createDate());
		json.put("source", revision.source());
		json.put("head", details.head());
		json.put("branchPoint", details.branchPoint());
		json.put("mergePoint", details.mergePoint());
		if (details.applied() != null) {
			json.put("applied", details.applied());
		}
		return json;
	}

}
