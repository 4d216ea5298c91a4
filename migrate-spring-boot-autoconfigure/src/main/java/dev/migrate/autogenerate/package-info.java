/**
 * Compares two schemas into operations, and writes operations as the source of a
 * revision.
 */
@NullMarked
package dev.migrate.autogenerate;

import org.jspecify.annotations.NullMarked;
