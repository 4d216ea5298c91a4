/**
 * Revision files: SQL scripts and Java classes, found, parsed into revisions, and written
 * into a project. Reads class files without loading the classes, and sources that are not
 * yet built. Does not know databases.
 */
@NullMarked
package dev.migrate.script;

import org.jspecify.annotations.NullMarked;
