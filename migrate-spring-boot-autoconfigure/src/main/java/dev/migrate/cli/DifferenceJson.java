package dev.migrate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Difference;

/**
 * What entities and database differ in, for programs.
 */
final class DifferenceJson {

	private DifferenceJson() {
	}

	static Map<String, @Nullable Object> of(List<Difference> differences) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("upToDate", differences.isEmpty());
		json.put("differences", differences.stream().map(DifferenceJson::of).toList());
		return json;
	}

	private static Map<String, @Nullable Object> of(Difference difference) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("kind", difference.kind());
		json.put("object", difference.object());
		json.put("text", difference.text());
		return json;
	}

}
