/**
 * Turns Hibernate's mapping metadata into the schema that Hibernate would create. Knows
 * Hibernate's relational model and how a product reads the SQL in it. Does not know
 * catalogs, or how an application is started.
 */
@NullMarked
package dev.migrate.hibernate;

import org.jspecify.annotations.NullMarked;
