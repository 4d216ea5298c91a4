/**
 * An application whose entities are not below its package.
 */
@NullMarked
package dev.migrate.elsewhere;

import org.jspecify.annotations.NullMarked;
