/**
 * Executes a plan on a connection, or writes it as SQL: version table, history, lock,
 * transactions. Knows revisions, their scripts and dialects. Does not know the model that
 * a schema is compared with.
 */
@NullMarked
package dev.migrate.runtime;

import org.jspecify.annotations.NullMarked;
