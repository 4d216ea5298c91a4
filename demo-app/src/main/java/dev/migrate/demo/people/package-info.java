/**
 * Who works here: users, their roles, departments and managers, and whom to call in an
 * emergency.
 */
@NullMarked
package dev.migrate.demo.people;

import org.jspecify.annotations.NullMarked;
