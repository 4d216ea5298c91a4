package dev.migrate.script;

import java.nio.file.Path;
import java.util.List;

/**
 * What was laid into a project.
 *
 * @param created the files and folders that were created
 * @param existing the files and folders that existed and were left as they are
 * @param propertiesToAdd what remains to be added by hand to a file of properties that
 * exists, or an empty text
 * @param propertiesFile the file of the application's properties, created or existing
 */
public record InitializedProject(List<Path> created, List<Path> existing, String propertiesToAdd, Path propertiesFile) {

	public InitializedProject {
		created = List.copyOf(created);
		existing = List.copyOf(existing);
	}

}
