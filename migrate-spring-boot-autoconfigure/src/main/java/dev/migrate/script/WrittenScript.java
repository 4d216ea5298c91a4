package dev.migrate.script;

import java.nio.file.Path;

/**
 * A revision file that was written.
 *
 * @param file the file
 * @param hookOutput what the command of {@code migrate.revision.post-write} printed, or
 * an empty text
 */
public record WrittenScript(Path file, String hookOutput) {

}
