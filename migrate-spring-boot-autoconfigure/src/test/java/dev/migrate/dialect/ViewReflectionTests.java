package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresDialect;
import dev.migrate.dialect.sqlite.SqliteDialect;
import dev.migrate.operation.CreateView;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the reflectors make of views.
 */
class ViewReflectionTests {

	private static final List<String> OBJECTS = List.of("CREATE TABLE t (a integer, b varchar(20))",
			"CREATE VIEW z AS SELECT a, 'z;' AS c FROM t WHERE a > 0", "CREATE VIEW \"größe\" AS SELECT a FROM z",
			"CREATE VIEW b AS SELECT x.a FROM \"größe\" x", "CREATE VIEW m AS SELECT 'größe' AS text, a FROM b");

	private static Dialect dialect(Product product) {
		return switch (product) {
			case POSTGRESQL -> new PostgresDialect();
			case H2 -> new H2Dialect();
			case SQLITE -> new SqliteDialect();
		};
	}

	private static void execute(Product product, TestDatabase database, List<String> statements) throws SQLException {
		try (Connection connection = database.connect()) {
			for (String statement : statements) {
				dialect(product).execute(connection, new SqlStatement(statement));
			}
		}
	}

	private static Schema reflect(Product product, TestDatabase database) throws SQLException {
		try (Connection connection = database.connect()) {
			return dialect(product).reflector().reflect(connection, null);
		}
	}

	private static List<String> create(Product product, Schema schema) {
		return schema.objects(View.class)
			.stream()
			.flatMap((view) -> dialect(product).renderer().render(new CreateView(view)).stream())
			.map(SqlStatement::text)
			.toList();
	}

	@ParameterizedTest
	@EnumSource
	void viewsComeBehindThoseThatTheyUse(Product product) throws SQLException {
		TestDatabase database = product.create();
		execute(product, database, OBJECTS);

		Schema schema = reflect(product, database);

		assertThat(schema.objects(View.class)).extracting((view) -> view.name().name())
			.containsExactly("z", "größe", "b", "m");
		assertThat(schema.objects(Table.class)).extracting((table) -> table.name().name()).containsExactly("t");
	}

	@ParameterizedTest
	@EnumSource
	void reflectedViewsAreCreatedAgain(Product product) throws SQLException {
		TestDatabase database = product.create();
		execute(product, database, OBJECTS);
		Schema schema = reflect(product, database);

		TestDatabase other = product.create();
		execute(product, other, OBJECTS.subList(0, 1));
		execute(product, other, create(product, schema));

		assertThat(reflect(product, other)).isEqualTo(schema);
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "SQLITE" })
	void columnsThatAViewNamesKeepTheirNames(Product product) throws SQLException {
		TestDatabase database = product.create();
		execute(product, database, List.of("CREATE VIEW v (x, \"y z\") AS SELECT 1, 2"));

		TestDatabase other = product.create();
		execute(product, other, create(product, reflect(product, database)));

		assertThat(other.texts("SELECT x + \"y z\" FROM v")).containsExactly("3");
	}

	@Test
	void commentIsReflectedAndMaterializedViewIsNone() throws SQLException {
		TestDatabase database = Product.POSTGRESQL.create();
		execute(Product.POSTGRESQL, database, List.of("CREATE VIEW v AS SELECT 1 AS a", "COMMENT ON VIEW v IS 'it''s'",
				"CREATE MATERIALIZED VIEW w AS SELECT 1 AS a", "CREATE SCHEMA s", "CREATE VIEW s.v AS SELECT 2 AS b"));

		assertThat(reflect(Product.POSTGRESQL, database).all())
			.containsExactly(new View(QualifiedName.parse("v"), "SELECT 1 AS a", "it's"));
		try (Connection connection = database.connect()) {
			assertThat(dialect(Product.POSTGRESQL).reflector().reflect(connection, "s").all())
				.containsExactly(View.view("s.v", "SELECT 2 AS b"));
		}
	}

}
