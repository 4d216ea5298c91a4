package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import dev.migrate.schema.Schema;

/**
 * A database in memory that nobody else knows, of a product that runs inside this
 * process.
 */
public final class MemoryScratch implements Scratch {

	private final String url;

	private final Reflector reflector;

	private Connection connection;

	/**
	 * Open a database.
	 * @param url a JDBC URL that makes a new database with each connection
	 * @param reflector reads its catalog
	 * @throws SQLException if it cannot be opened
	 */
	public MemoryScratch(String url, Reflector reflector) throws SQLException {
		this.url = url;
		this.reflector = reflector;
		this.connection = DriverManager.getConnection(url);
	}

	@Override
	public Connection connection() {
		return this.connection;
	}

	@Override
	public Schema reflect() throws SQLException {
		return this.reflector.reflect(this.connection, null);
	}

	@Override
	public boolean isIsolated() {
		return true;
	}

	@Override
	public void clear() throws SQLException {
		this.connection.close();
		this.connection = DriverManager.getConnection(this.url);
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
