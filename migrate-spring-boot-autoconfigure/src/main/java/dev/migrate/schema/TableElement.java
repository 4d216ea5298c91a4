package dev.migrate.schema;

/**
 * What stands between the parentheses of {@code CREATE TABLE}.
 */
public sealed interface TableElement permits Column, Constraint {

}
