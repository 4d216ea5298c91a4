/**
 * What happened: the system log.
 */
@NullMarked
package dev.migrate.demo.audit;

import org.jspecify.annotations.NullMarked;
