/**
 * {@link dev.migrate.command.Migrate}: one method per command, values in and out, the
 * programmatic API and the only door for the packages above. Does not know Spring Boot or
 * Hibernate.
 */
@NullMarked
package dev.migrate.command;

import org.jspecify.annotations.NullMarked;
