package dev.migrate.command;

import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

/**
 * The same with the oldest PostgreSQL that is supported: in which order it evaluates the
 * values of the record is what tells who has failed.
 */
class LastStatementFailureOnOldestPostgresTests extends LastStatementFailureTests {

	@Override
	TestDatabase createDatabase() {
		return PostgresServer.oldest().createDatabase();
	}

}
