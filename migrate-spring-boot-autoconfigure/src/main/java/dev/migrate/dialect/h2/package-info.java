/**
 * H2: its SQL, its information schema, its locks and where its statements end. Knows the
 * neutral operations and schemas. Does not know revisions or any other product.
 */
@NullMarked
package dev.migrate.dialect.h2;

import org.jspecify.annotations.NullMarked;
