package dev.migrate.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An empty database of a test's own.
 *
 * @param url the JDBC URL
 * @param user the user
 * @param password the password
 */
public record TestDatabase(String url, String user, String password) {

	/**
	 * The products that the same tests run on.
	 */
	public enum Product {

		POSTGRESQL, H2, SQLITE;

		public TestDatabase create() {
			return switch (this) {
				case POSTGRESQL -> PostgresServer.shared().createDatabase();
				case H2 -> new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
				case SQLITE -> sqlite();
			};
		}

	}

	private static TestDatabase sqlite() {
		try {
			Path folder = Files.createTempDirectory("sqlite");
			folder.toFile().deleteOnExit();
			return new TestDatabase("jdbc:sqlite:" + folder.resolve("test.db"), "", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The names of the tables, those of this library too.
	 */
	public List<String> tables() {
		return texts(this.url.startsWith("jdbc:sqlite:")
				? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1"
				: "SELECT lower(table_name) FROM information_schema.tables WHERE lower(table_schema) = 'public' ORDER BY 1");
	}

	/**
	 * The names of the tables that revisions have created.
	 */
	public List<String> tablesOfRevisions() {
		return tables().stream().filter((table) -> !table.startsWith("migrate")).toList();
	}

	public DataSource dataSource() {
		return new DriverManagerDataSource(this.url, this.user, this.password);
	}

	/**
	 * A pool of one connection, so that it is the same session each time.
	 */
	public HikariDataSource pool() {
		return pool(1);
	}

	/**
	 * A pool of connections to the database.
	 */
	public HikariDataSource pool(int connections) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(this.url);
		pool.setUsername(this.user);
		pool.setPassword(this.password);
		pool.setMaximumPoolSize(connections);
		return pool;
	}

	public Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.user, this.password);
	}

	public JdbcClient jdbc() {
		return JdbcClient.create(dataSource());
	}

	public List<String> texts(String sql) {
		return jdbc().sql(sql).query(String.class).list();
	}

	public String[] springProperties() {
		return new String[] { "spring.datasource.url=" + this.url, "spring.datasource.username=" + this.user,
				"spring.datasource.password=" + this.password };
	}

}
