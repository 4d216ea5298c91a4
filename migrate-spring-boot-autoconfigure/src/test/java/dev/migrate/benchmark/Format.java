package dev.migrate.benchmark;

/**
 * The formats of revisions. Public for the code that JMH generates.
 */
public enum Format {

	SQL, JAVA

}
