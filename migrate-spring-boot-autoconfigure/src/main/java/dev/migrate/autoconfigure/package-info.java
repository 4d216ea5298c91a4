/**
 * Spring Boot wiring: auto-configuration, properties, ordering before the users of a
 * database, failure analysis. Knows everything below, and holds no migration logic.
 */
@NullMarked
package dev.migrate.autoconfigure;

import org.jspecify.annotations.NullMarked;
