package dev.migrate.autoconfigure;

import java.nio.file.Path;

/**
 * The folder of the project whose revisions commands read and write.
 *
 * @param path the folder
 */
record ProjectDirectory(Path path) {

	/**
	 * The working directory.
	 * @return the folder
	 */
	static ProjectDirectory working() {
		return new ProjectDirectory(Path.of("").toAbsolutePath());
	}

}
