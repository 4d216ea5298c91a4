package dev.migrate.cli;

/**
 * Marks commands that show revisions: for them, to be verbose is to show whole records.
 */
interface WithRecords {

}
