/**
 * The revisions of the schema that are written in Java; those written in SQL are in
 * {@code db/migrate}.
 */
@NullMarked
package dev.migrate.demo.migrations;

import org.jspecify.annotations.NullMarked;
