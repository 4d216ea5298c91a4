package dev.migrate.runtime;

/**
 * How long the lock that one migrator at a time holds lasts.
 */
public enum LockMode {

	/**
	 * It belongs to the database session and lasts for a whole run, so that statements
	 * outside of transactions are protected too.
	 */
	SESSION,

	/**
	 * It is taken anew in the transaction of each step, for a connection through a pooler
	 * that gives each transaction another session.
	 */
	TRANSACTION

}
