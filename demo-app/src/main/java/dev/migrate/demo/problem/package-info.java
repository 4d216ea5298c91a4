/**
 * What a request is refused with, as problem details (RFC 9457).
 */
@NullMarked
package dev.migrate.demo.problem;

import org.jspecify.annotations.NullMarked;
