/**
 * A database schema as immutable values: tables, columns, types, constraints, indexes.
 * What a revision is written with, what a reflector returns, what is compared. Does not
 * know how to read a schema from a database or how to write one as SQL.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
