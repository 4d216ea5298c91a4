package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.dialect.AutocommitStatements;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.testsupport.PostgresServer;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PostgresAutocommitStatements}, whose oracle is the server.
 */
class PostgresAutocommitStatementsTests {

	private final AutocommitStatements statements = new PostgresDialect().autocommitStatements();

	@ParameterizedTest
	@ValueSource(strings = { "CREATE INDEX CONCURRENTLY i ON t (a)", "create unique index concurrently on t (a)",
			"DROP INDEX CONCURRENTLY i", "REINDEX INDEX CONCURRENTLY i", "REINDEX (VERBOSE) TABLE CONCURRENTLY t",
			"REINDEX (CONCURRENTLY) TABLE t", "REINDEX SYSTEM postgres", "VACUUM", "VACUUM (ANALYZE) t",
			"ALTER TABLE p DETACH PARTITION q CONCURRENTLY", "ALTER SYSTEM SET work_mem = '4MB'", "CREATE DATABASE d",
			"DROP DATABASE d", "CREATE TABLESPACE s LOCATION '/s'" })
	void whatTheServerRefusesInATransactionIsOfThem(String sql) throws SQLException {
		assertThat(this.statements.includes(sql)).isTrue();
		assertThat(stateInTransaction(sql)).isEqualTo("25001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE INDEX concurrently_built ON t (a)", "CREATE TABLE vacuum_log (a int)",
			"REINDEX TABLE t", "REINDEX (CONCURRENTLY FALSE) TABLE t", "ALTER TABLE p DETACH PARTITION q",
			"COMMENT ON TABLE t IS 'VACUUM'", "ALTER TYPE mood RENAME VALUE 'ok' TO 'ADD VALUE'", "DROP INDEX i",
			"ALTER TABLE t ADD COLUMN detach int" })
	void whatTheServerExecutesInATransactionIsNone(String sql) throws SQLException {
		assertThat(this.statements.includes(sql)).isFalse();
		assertThat(stateInTransaction(sql)).isNull();
	}

	@Test
	void newValueOfAnEnumIsOfThemSinceItCannotBeUsedInItsTransaction() {
		assertThat(this.statements.includes("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'good' BEFORE 'ok'")).isTrue();
	}

	private static String stateInTransaction(String sql) throws SQLException {
		TestDatabase database = PostgresServer.shared().createDatabase();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t (a int)");
			statement.execute("CREATE INDEX i ON t (a)");
			statement.execute("CREATE TYPE mood AS ENUM ('ok')");
			statement.execute("CREATE TABLE p (a int) PARTITION BY LIST (a)");
			statement.execute("CREATE TABLE q PARTITION OF p FOR VALUES IN (1)");
			connection.setAutoCommit(false);
			try {
				statement.execute(sql);
				return null;
			}
			catch (SQLException ex) {
				return ex.getSQLState();
			}
			finally {
				connection.rollback();
			}
		}
	}

	@Test
	void indexesThatAFailedRebuildLeavesAreDropped() throws Exception {
		TestDatabase database = PostgresServer.shared().createDatabase();
		database.jdbc().sql("CREATE TABLE t (a int)").update();
		database.jdbc().sql("CREATE INDEX i ON t (a)").update();
		try (Connection holder = database.connect();
				Statement hold = holder.createStatement();
				Connection connection = database.connect()) {
			holder.setAutoCommit(false);
			hold.execute("INSERT INTO t VALUES (1)");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> this.statements.execute(connection, new SqlStatement("REINDEX TABLE CONCURRENTLY t"),
						Duration.ofMillis(300), false))
				.withMessageContaining("lock timeout");
			// While others use it, it cannot be dropped either
			assertThat(indexes(database)).containsExactly("i true", "i_ccnew false");
			holder.rollback();

			this.statements.execute(connection, new SqlStatement("REINDEX TABLE CONCURRENTLY t"), Duration.ZERO, false);
		}
		assertThat(indexes(database)).containsExactly("i true");
	}

	@Test
	void detachmentThatHasWaitedTooLongIsFinalized() throws Exception {
		TestDatabase database = PostgresServer.shared().createDatabase();
		database.jdbc().sql("CREATE TABLE p (a int) PARTITION BY LIST (a)").update();
		database.jdbc().sql("CREATE TABLE q PARTITION OF p FOR VALUES IN (1)").update();
		SqlStatement detachment = new SqlStatement("ALTER TABLE p DETACH PARTITION q CONCURRENTLY");
		try (Connection holder = database.connect();
				Statement hold = holder.createStatement();
				Connection connection = database.connect()) {
			holder.setAutoCommit(false);
			hold.execute("SELECT * FROM p");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> this.statements.execute(connection, detachment, Duration.ofMillis(300), false));
			holder.rollback();

			this.statements.execute(connection, detachment, Duration.ZERO, false);
		}
		assertThat(database.texts("SELECT inhrelid::regclass::text FROM pg_inherits")).isEmpty();
	}

	private static List<String> indexes(TestDatabase database) {
		return database.texts("SELECT indexrelid::regclass || ' ' || indisvalid FROM pg_index"
				+ " WHERE indrelid = 't'::regclass ORDER BY 1");
	}

}
