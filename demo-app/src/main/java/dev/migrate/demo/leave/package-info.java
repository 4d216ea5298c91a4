/**
 * When people do not work: leave policies, balances, requests and their approval.
 */
@NullMarked
package dev.migrate.demo.leave;

import org.jspecify.annotations.NullMarked;
