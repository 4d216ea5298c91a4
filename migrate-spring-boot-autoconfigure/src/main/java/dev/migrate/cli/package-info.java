/**
 * The command line over {@link dev.migrate.command.Migrate}: arguments in, text or JSON
 * and an exit code out. Knows picocli and what a terminal is. Does not know how a command
 * does its work, nor Spring Boot.
 */
@NullMarked
package dev.migrate.cli;

import org.jspecify.annotations.NullMarked;
