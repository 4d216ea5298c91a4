package dev.migrate.command;

import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

/**
 * The same with the oldest PostgreSQL that is supported: it says how long a step has
 * taken, and builds indexes outside of a transaction.
 */
class LastStatementOnOldestPostgresTests extends LastStatementTests {

	@Override
	TestDatabase createDatabase() {
		return PostgresServer.oldest().createDatabase();
	}

}
