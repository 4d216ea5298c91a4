package dev.migrate.runtime;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DestructiveSqlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { "DROP TABLE orders | table orders (7 rows)",
			"drop table if exists Orders cascade | table Orders (7 rows)",
			"DROP TABLE a, shop.\"Big Cart\", c | table a (7 rows); table shop.\"Big Cart\" (7 rows); table c (7 rows)",
			"DROP SCHEMA IF EXISTS shop CASCADE | schema shop",
			"ALTER TABLE users DROP COLUMN phone | column users.phone (7 values)",
			"ALTER TABLE IF EXISTS ONLY users DROP phone CASCADE | column users.phone (7 values)",
			"ALTER TABLE users DROP COLUMN IF EXISTS \"a,b\", ADD COLUMN c numeric(3, 2), DROP d | "
					+ "column users.\"a,b\" (7 values); column users.d (7 values)",
			"ALTER TABLE users DROP COLUMN a, b | column users.a (7 values); column users.b (7 values)",
			"ALTER TABLE users DROP COLUMN (a) | column users.a (7 values)",
			"ALTER TABLE users DROP CONSTRAINT users_key |", "ALTER TABLE users ALTER COLUMN a DROP NOT NULL |",
			"ALTER TABLE users ALTER a DROP DEFAULT, ALTER b DROP IDENTITY |",
			"TRUNCATE TABLE ONLY a, b RESTART IDENTITY | all rows of a (7 rows); all rows of b (7 rows)",
			"TRUNCATE a | all rows of a (7 rows)", "DELETE FROM users | all rows of users (7 rows)",
			"DELETE FROM ONLY users u WHERE u.id = 1 | rows of users (at most 7 rows)",
			"WITH gone AS (DELETE FROM users WHERE id = 1 RETURNING *) SELECT 1 | rows of users (at most 7 rows)",
			"DROP /* TABLE x */ TABLE y -- TABLE z | table y (7 rows)", "SELECT 'DELETE FROM users' |",
			"DO $$ BEGIN DELETE FROM users; END $$ |", "CREATE TABLE a (b int REFERENCES c ON DELETE CASCADE) |",
			"CREATE RULE r AS ON DELETE TO a DO ALSO DELETE FROM b |", "DROP INDEX ix |", "DROP TABLE |", "DROP |",
			"ALTER TABLE |", "TRUNCATE |", "UPDATE a SET b = 1 |" })
	void statementTellsWhatItTakesAway(String sql, String expected) {
		List<String> losses = DestructiveSql.of(sql).stream().map((loss) -> loss.describe(7)).toList();
		assertThat(String.join("; ", losses)).isEqualTo((expected != null) ? expected : "");
	}

	@ParameterizedTest
	@CsvSource({ "0, table a (0 rows)", "1, table a (1 row)", "1000000, table a (1000000 rows)",
			"1000001, table a (more than 1000000 rows)", "-1, table a (not counted)" })
	void countIsBounded(long count, String expected) {
		assertThat(new Loss(Loss.Kind.TABLE, "a", "a", null).describe(count)).isEqualTo(expected);
	}

}
