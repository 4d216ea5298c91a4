/**
 * The Actuator endpoint over {@link dev.migrate.command.Migrate}. Does not know how a
 * command does its work.
 */
@NullMarked
package dev.migrate.actuate;

import org.jspecify.annotations.NullMarked;
