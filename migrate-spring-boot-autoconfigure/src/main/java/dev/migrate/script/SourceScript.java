package dev.migrate.script;

import java.nio.file.Path;

/**
 * A revision in a source folder.
 *
 * @param file its file
 * @param script what was read from it
 */
record SourceScript(Path file, RevisionScript script) {

}
