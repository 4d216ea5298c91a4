package dev.migrate.cli;

/**
 * Marks commands that have nothing to do with a database, so that no application is
 * started for them.
 */
interface WithoutDatabase {

}
