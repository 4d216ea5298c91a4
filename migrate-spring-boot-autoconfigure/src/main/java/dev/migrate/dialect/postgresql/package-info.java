/**
 * PostgreSQL: its SQL, its catalogs, its locks and where its statements end. Knows the
 * neutral operations and schemas. Does not know revisions or any other product.
 */
@NullMarked
package dev.migrate.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
