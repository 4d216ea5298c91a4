/**
 * When people should work: shift patterns and who has which.
 */
@NullMarked
package dev.migrate.demo.shift;

import org.jspecify.annotations.NullMarked;
