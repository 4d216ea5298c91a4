package dev.migrate.script;

import java.nio.file.Path;

import dev.migrate.revision.Revision;

/**
 * A revision file that is about to be written.
 *
 * @param revision the revision's identifiers
 * @param format the format
 * @param file the file, which is not there yet
 * @param text its text
 */
public record NewScript(Revision revision, RevisionFormat format, Path file, String text) {

}
