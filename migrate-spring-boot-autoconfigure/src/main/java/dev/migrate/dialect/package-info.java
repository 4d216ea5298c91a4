/**
 * What differs from one database product to the next, one sub-package a product: renders
 * operations as SQL, reflects a schema, locks, splits scripts into statements. Knows
 * operations and schemas. Does not know revisions.
 */
@NullMarked
package dev.migrate.dialect;

import org.jspecify.annotations.NullMarked;
