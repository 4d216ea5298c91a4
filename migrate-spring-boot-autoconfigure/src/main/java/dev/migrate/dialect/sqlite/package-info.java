/**
 * SQLite: what it cannot change in place is made anew and copied, from the definitions
 * that SQLite keeps as text. Those are read by a parser of its own, which serves the
 * reflector too. Knows the driver only through JDBC.
 */
@NullMarked
package dev.migrate.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
