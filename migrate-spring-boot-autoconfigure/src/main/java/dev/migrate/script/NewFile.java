package dev.migrate.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Creates files: whole or not at all, and never in place of another.
 */
final class NewFile {

	private NewFile() {
	}

	/**
	 * Create a file and the folders it is in.
	 * @param file the file
	 * @param text its text
	 * @throws FileAlreadyExistsException if it exists
	 * @throws IOException if it cannot be created
	 */
	static void create(Path file, String text) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		if (folder == null) {
			throw new FileSystemException(file.toString(), null, "not the name of a file");
		}
		if (Files.isRegularFile(folder)) {
			throw new FileSystemException(folder.toString(), null, "a file is where its folder would be");
		}
		Files.createDirectories(folder);
		Path complete = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
		try {
			Files.write(complete, text.getBytes(StandardCharsets.UTF_8));
			publish(complete, file);
		}
		finally {
			Files.deleteIfExists(complete);
		}
	}

	/** A link is made only where nothing is; not every file system has links. */
	private static void publish(Path complete, Path file) throws IOException {
		try {
			Files.createLink(file, complete);
		}
		catch (FileAlreadyExistsException ex) {
			throw ex;
		}
		catch (UnsupportedOperationException | IOException ex) {
			Files.move(complete, file);
		}
	}

	/**
	 * Why a file could not be read or written.
	 * @param failure the failure
	 * @return a clause
	 */
	static String reason(IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return "it does not exist";
		}
		if (failure instanceof AccessDeniedException) {
			return "permission denied";
		}
		@Nullable String reason = (failure instanceof FileSystemException system) ? system.getReason() : failure.getMessage();
		return (reason != null) ? reason : failure.getClass().getSimpleName();
	}

}
