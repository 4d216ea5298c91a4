package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresDialect;
import dev.migrate.dialect.sqlite.SqliteDialect;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every word that means something to PostgreSQL can be the name of a table and of its
 * column, on every product.
 */
class ReservedWordsTests {

	@ParameterizedTest
	@EnumSource(Product.class)
	void keywordCanBeName(Product product) throws SQLException {
		List<String> words = Product.POSTGRESQL.create().texts("SELECT word FROM pg_get_keywords()");
		assertThat(words).hasSizeGreaterThan(400).contains("select", "value", "year");
		TestDatabase database = product.create();
		Identifiers identifiers = switch (product) {
			case POSTGRESQL -> new PostgresDialect().identifiers();
			case H2 -> new H2Dialect().identifiers();
			case SQLITE -> new SqliteDialect().identifiers();
		};
		List<String> refused = new ArrayList<>();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			for (String word : words) {
				String name = identifiers.quote(word);
				try {
					statement.execute("CREATE TABLE " + name + " (" + name + " integer)");
					statement.execute("CREATE INDEX ix ON " + name + " (" + name + ")");
					statement.execute("SELECT " + name + " FROM " + name);
					statement.execute("DROP TABLE " + name);
				}
				catch (SQLException ex) {
					refused.add(word);
				}
			}
		}
		assertThat(refused).isEmpty();
	}

}
