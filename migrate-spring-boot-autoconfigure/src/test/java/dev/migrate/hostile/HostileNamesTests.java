package dev.migrate.hostile;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.h2.tools.RunScript;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.command.Migrate;
import dev.migrate.dialect.Dialects;
import dev.migrate.hostile.revision.R1_Hostile;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names and values that would end a quote, through every operation that a product has:
 * they come back from the catalog as they were written, by the operations as by the
 * script that {@code --sql} writes, and nothing else happens.
 */
class HostileNamesTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void namesAreTakenAsTheyAre(Product product) throws SQLException {
		R1_Hostile.product = product;
		TestDatabase database = withVictim(product);
		TestDatabase scripted = withVictim(product);
		Schema before = reflect(database);
		Migrate migrate = application(database).migrate();

		migrate.upgrade("head");
		execute(scripted,
				application(scripted).offlineDialect(product.name().toLowerCase(Locale.ROOT))
					.migrate()
					.upgradeSql("head"));

		for (TestDatabase each : List.of(database, scripted)) {
			assertThat(each.texts("SELECT message FROM migrate_history")).containsExactly("'; DROP TABLE victim; --");
			assertThat(each.texts("SELECT v FROM victim")).startsWith("alive").endsWith(names());
			Schema schema = reflect(each);
			for (String name : R1_Hostile.NAMES) {
				assertNamed(table(schema, name + " table"), name);
				assertThat(values(each, name)).as(name).containsExactly(name, "other");
			}
		}
		assertThat(reflect(scripted)).isEqualTo(reflect(database));

		migrate.downgrade("base");
		assertThat(reflect(database).tables()).extracting((table) -> table.name().name())
			.containsExactlyInAnyOrder("victim", "migrate_version", "migrate_history");
		assertThat(before.tables()).isSubsetOf(reflect(database).tables());
	}

	private static String[] names() {
		return R1_Hostile.NAMES.toArray(String[]::new);
	}

	private static Table table(Schema schema, String name) {
		return schema.tables()
			.stream()
			.filter((table) -> table.name().name().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(name));
	}

	private static void assertNamed(Table table, String name) {
		assertThat(table.columns()).extracting(Column::name).startsWith("id", name, name + " new");
		assertThat(table.indexes()).extracting(Index::name).containsExactly(name + " ix");
		if (R1_Hostile.product != Product.SQLITE) {
			assertThat(table.comment()).isEqualTo(name);
			assertThat(table.columns().get(1).comment()).isEqualTo(name);
			assertThat(table.constraints(UniqueConstraint.class)).extracting(UniqueConstraint::name)
				.containsExactly(name + " uk2");
		}
	}

	private static TestDatabase withVictim(Product product) {
		TestDatabase database = product.create();
		database.jdbc().sql("CREATE TABLE victim (v varchar(100))").update();
		database.jdbc().sql("INSERT INTO victim VALUES ('alive')").update();
		return database;
	}

	private TestApplication application(TestDatabase database) {
		return new TestApplication(this.folder, database.dataSource()).packages(R1_Hostile.class.getPackageName());
	}

	private static Schema reflect(TestDatabase database) throws SQLException {
		try (Connection connection = database.connect()) {
			return Dialects.load(HostileNamesTests.class.getClassLoader())
				.of(connection)
				.reflector()
				.reflect(connection, null);
		}
	}

	private static List<String> values(TestDatabase database, String name) throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			List<String> values = new ArrayList<>();
			String table = "\"" + (name + " table").replace("\"", "\"\"") + "\"";
			try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
				while (rows.next()) {
					values.add(rows.getString(2));
					assertThat(rows.getString(3)).isEqualTo(name);
				}
			}
			return values;
		}
	}

	/** By the means of the product, which splits the script itself. */
	private static void execute(TestDatabase database, String script) throws SQLException {
		String url = database.url().startsWith("jdbc:postgresql:") ? database.url() + "?preferQueryMode=simple"
				: database.url();
		try (Connection connection = DriverManager.getConnection(url, database.user(), database.password())) {
			if (url.startsWith("jdbc:h2:")) {
				RunScript.execute(connection, new StringReader(script));
				return;
			}
			try (Statement statement = connection.createStatement()) {
				statement.setEscapeProcessing(false);
				statement.executeUpdate(script);
			}
		}
	}

}
