package dev.migrate.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

/**
 * Open connections to new databases.
 */
final class Databases {

	private Databases() {
	}

	/**
	 * Create an empty database.
	 */
	static TestDatabase createOn(PostgresServer server) {
		LoggingSystem.get(Databases.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
		return server.createDatabase();
	}

	/**
	 * Create an empty database and connect to it.
	 */
	static Connection connectToNew(PostgresServer server) throws SQLException {
		return createOn(server).connect();
	}

	/**
	 * A data source that hands out one connection and keeps it open, as a pool does.
	 */
	static DataSource keptOpen(Connection connection) {
		return new SingleConnectionDataSource(connection, true);
	}

}
