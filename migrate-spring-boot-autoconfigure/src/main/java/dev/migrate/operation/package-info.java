/**
 * The changes of a schema: one record per operation, each with its reverse where it has
 * one. Operations are values; they can be compared, reversed, rendered and listed. Does
 * not know SQL text, connections or revisions.
 */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
