package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.migrate.schema.Schema;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Scratch}.
 */
class ScratchTests {

	@ParameterizedTest
	@EnumSource
	void nothingOfItStays(Product product) throws SQLException {
		TestDatabase database = product.create();
		database.jdbc().sql("CREATE TABLE kept (a integer)").update();
		try (Connection connection = database.dataSource().getConnection()) {
			Dialect dialect = Dialects.load(getClass().getClassLoader()).of(connection);
			try (Scratch scratch = dialect.openScratch(connection)) {
				execute(scratch.connection(), "CREATE TABLE made (a integer, b varchar(20) DEFAULT 'x')");
				assertThat(tables(scratch.reflect())).containsExactly("made");
				scratch.clear();
				assertThat(tables(scratch.reflect())).isEmpty();
				execute(scratch.connection(), "CREATE TABLE made (a integer)");
			}
			assertThat(connection.getAutoCommit()).isTrue();
			assertThat(tables(dialect.reflector().reflect(connection, null))).containsExactly("kept");
		}
	}

	@Test
	void roleThatMayNotCreateASchemaUsesItsTemporaryOne() throws SQLException {
		TestDatabase database = Product.POSTGRESQL.create();
		database.jdbc().sql("CREATE ROLE " + ROLE).update();
		try (Connection connection = database.dataSource().getConnection()) {
			execute(connection, "SET ROLE " + ROLE);
			Dialect dialect = Dialects.load(getClass().getClassLoader()).of(connection);
			try (Scratch scratch = dialect.openScratch(connection)) {
				assertThat(tables(scratch.reflect())).isEmpty();
				execute(scratch.connection(), "CREATE TYPE mood AS ENUM ('sad')");
				execute(scratch.connection(), "CREATE TABLE made (a integer PRIMARY KEY, m mood DEFAULT 'sad')");
				execute(scratch.connection(), "CREATE TABLE other (a integer REFERENCES made)");
				assertThat(scratch.reflect().toString()).contains("made", "sad", "other").doesNotContain("pg_temp");
			}
			assertThat(tables(dialect.reflector().reflect(connection, null))).isEmpty();
			execute(connection, "RESET ROLE");
		}
	}

	private static final String ROLE = "scratch_" + System.nanoTime();

	private static List<String> tables(Schema schema) {
		return schema.tables().stream().map((table) -> table.name().toString()).toList();
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
