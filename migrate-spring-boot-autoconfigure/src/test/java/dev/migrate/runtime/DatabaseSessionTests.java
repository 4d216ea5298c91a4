package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import dev.migrate.dialect.Dialects;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.schema.Schema;
import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link DatabaseSession} with tables that others have locked.
 */
class DatabaseSessionTests {

	private TestDatabase database;

	@BeforeEach
	void create() {
		this.database = PostgresServer.shared().createDatabase();
		this.database.jdbc().sql("CREATE TABLE users (id bigint DEFAULT 1 + 1)").update();
	}

	@Test
	void waitForALockedTableIsBoundedAndTheHolderNamed() throws SQLException {
		try (Connection holder = connect("report job"); Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("LOCK TABLE users");

			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> reflect(session(impatient())))
				.withMessageMatching("(?s)Reading the schema has waited too long for a lock of server process "
						+ pid(holder)
						+ " \\(application 'report job', idle in transaction since [-0-9: ]+, query 'LOCK TABLE users'\\), which"
						+ " holds AccessExclusiveLock on 'users'.*")
				.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.LOCKED));
			holder.rollback();
		}
		assertThat(reflect(session(impatient())).tables()).hasSize(1);
	}

	@Test
	void whoWaitsInFrontIsNamedToo() throws Exception {
		try (Connection reader = connect("reader");
				Statement read = reader.createStatement();
				Connection waiting = connect("migration");
				Statement alter = waiting.createStatement()) {
			reader.setAutoCommit(false);
			read.execute("SELECT * FROM users");
			CompletableFuture<Void> altered = CompletableFuture
				.runAsync(() -> execute(alter, "ALTER TABLE users ADD COLUMN name text"));
			await().until(() -> !this.database.texts("SELECT pid::text FROM pg_locks WHERE NOT granted").isEmpty());

			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> reflect(session(impatient())))
				.withMessageMatching(
						".*\\(application 'migration', active since [-0-9: ]+, query 'ALTER TABLE users ADD COLUMN"
								+ " name text'\\), which waits for AccessExclusiveLock on 'users'.*");
			reader.rollback();
			altered.join();
		}
	}

	@Test
	void limitEndsWithTheWork() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET lock_timeout = '7s'");
			DataSource kept = new SingleConnectionDataSource(connection, true);

			assertThat(lockTimeout(session(kept))).isEqualTo("5s");
			assertThat(lockTimeout(connection)).isEqualTo("7s");
			statement.execute("RESET lock_timeout");
			assertThat(lockTimeout(session(kept))).isEqualTo("5s");
			assertThat(lockTimeout(connection)).isEqualTo("0");
		}
	}

	@Test
	void shorterLimitOfTheApplicationStays() {
		assertThat(lockTimeout(session(impatient()))).isEqualTo("200ms");
	}

	private DataSource impatient() {
		return new DriverManagerDataSource(this.database.url() + "?options=-c%20lock_timeout=200ms",
				this.database.user(), this.database.password());
	}

	private Connection connect(String application) throws SQLException {
		Connection connection = this.database.connect();
		connection.setClientInfo("ApplicationName", application);
		return connection;
	}

	private static DatabaseSession session(DataSource dataSource) {
		Dialects dialects = Dialects.load(DatabaseSessionTests.class.getClassLoader());
		return new DatabaseSession(new ConnectionSource(() -> dataSource, () -> dataSource, dialects),
				RuntimeSettings.defaults());
	}

	private static Schema reflect(DatabaseSession session) {
		return session.run("Reading the schema",
				(connection, dialect) -> dialect.reflector().reflect(connection, null));
	}

	private static void execute(Statement statement, String sql) {
		try {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String lockTimeout(DatabaseSession session) {
		return session.run("A look", (connection, dialect) -> lockTimeout(connection));
	}

	private static String lockTimeout(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW lock_timeout")) {
			row.next();
			return row.getString(1);
		}
	}

	private static int pid(Connection connection) {
		return JdbcClient.create(new SingleConnectionDataSource(connection, true))
			.sql("SELECT pg_backend_pid()")
			.query(Integer.class)
			.single();
	}

}
