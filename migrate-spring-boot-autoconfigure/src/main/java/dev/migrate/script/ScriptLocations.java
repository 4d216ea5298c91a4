package dev.migrate.script;

import java.util.List;

/**
 * Where revisions are looked for.
 *
 * @param locations folders of SQL revisions, as {@code classpath:db/migrate} or
 * {@code file:/etc/app/migrations}; without a prefix they are on the class path
 * @param packages packages of Java revisions
 */
public record ScriptLocations(List<String> locations, List<String> packages) {

	public ScriptLocations {
		locations = List.copyOf(locations);
		packages = List.copyOf(packages);
	}

}
