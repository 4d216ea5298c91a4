package dev.migrate.script.sample;

/** Stands beside revisions. */
public class NoRevision {

}
