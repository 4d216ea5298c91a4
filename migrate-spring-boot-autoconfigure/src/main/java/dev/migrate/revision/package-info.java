/**
 * Revisions as a graph: identifiers, heads, bases, lineage, and the plan that leads from
 * one set of applied revisions to another. Pure computation on values. Knows nothing of
 * SQL, files, connections or Spring.
 */
@NullMarked
package dev.migrate.revision;

import org.jspecify.annotations.NullMarked;
