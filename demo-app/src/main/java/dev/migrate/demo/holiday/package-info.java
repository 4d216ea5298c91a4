/**
 * On which days nobody has to work.
 */
@NullMarked
package dev.migrate.demo.holiday;

import org.jspecify.annotations.NullMarked;
