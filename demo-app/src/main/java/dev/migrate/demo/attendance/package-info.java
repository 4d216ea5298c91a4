/**
 * When people work: check-ins and check-outs, their corrections, the daily summaries and
 * the overtime that follows from them.
 */
@NullMarked
package dev.migrate.demo.attendance;

import org.jspecify.annotations.NullMarked;
