/**
 * An attendance system that lets Migrate build its schema: the application and what its
 * features share.
 */
@NullMarked
package dev.migrate.demo;

import org.jspecify.annotations.NullMarked;
