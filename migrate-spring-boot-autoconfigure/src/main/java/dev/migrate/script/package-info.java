/**
 * Revision files: SQL scripts and Java classes, found and parsed into revisions. Reads
 * class files without loading the classes. Does not know databases.
 */
@NullMarked
package dev.migrate.script;

import org.jspecify.annotations.NullMarked;
