package dev.migrate.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds files in source folders.
 */
final class SourceFiles {

	private SourceFiles() {
	}

	/**
	 * The files below folders.
	 * @param folders the folders, which may overlap and need not exist
	 * @param format the format whose files are looked for
	 * @return the files, each once, in the order of their paths
	 * @throws ScriptException if a folder cannot be read
	 */
	static List<Path> find(Collection<Path> folders, RevisionFormat format) {
		return folders.stream()
			.filter(Files::isDirectory)
			.flatMap((folder) -> find(folder, format).stream())
			.distinct()
			.sorted()
			.toList();
	}

	private static List<Path> find(Path folder, RevisionFormat format) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.getFileName().toString().endsWith(format.extension()))
				.filter(Files::isRegularFile)
				.toList();
		}
		catch (IOException | UncheckedIOException ex) {
			throw new ScriptException("The source folder %s cannot be read: %s".formatted(folder, ex.getMessage()),
					"make it readable", ex);
		}
	}

	/**
	 * When a file was changed.
	 * @param file the file
	 * @return the time
	 * @throws ScriptException if the file cannot be read
	 */
	static FileTime lastModified(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new ScriptException("The file %s cannot be read: %s".formatted(file, NewFile.reason(ex)),
					"make it readable", ex);
		}
	}

}
