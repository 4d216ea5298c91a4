package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.outside.R1_Outside;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.NamingConvention;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.CheckConstraint.check;
import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Constraints without a name, with and without a naming convention.
 */
class ConstraintNamesTests {

	private static final String LONG = "a_very_long_column_name_that_goes_on_and_on_for_some_time";

	private static final NamingConvention CONVENTION = new NamingConvention("pk_{table}", "uq_{table}_{columns}",
			"fk_{table}_{columns}_{referenced_table}", "ck_{table}_{hash}", null);

	private static final String NAMES = "SELECT lower(constraint_name) FROM information_schema.table_constraints "
			+ "WHERE lower(table_name) %s AND constraint_name NOT LIKE '%%not_null' ORDER BY 1";

	@TempDir
	private Path folder;

	private Migrate migrate(TestDatabase database, Product product, NamingConvention convention) {
		return new TestApplication(this.folder, database.dataSource()).packages(R1_Outside.class.getPackageName())
			.offlineDialect(product.name().toLowerCase(Locale.ROOT))
			.settings((settings) -> settings.withNaming(convention))
			.factory((type) -> new Migration() {

				@Override
				public void upgrade(Operations op) {
					op.createTable("items", column("id", integer()), column("parent", integer()),
							column(LONG, integer()), primaryKey("id"), unique("id", "parent"), unique(LONG),
							check("id > 0"), check("id < 100").named("small"));
					op.createForeignKey(null, "items", "items", List.of("parent"), List.of("id"));
				}

				@Override
				public void downgrade(Operations op) {
					op.dropConstraint("fk_items_parent_items", "items");
					op.dropTable("items");
				}

			})
			.migrate();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void conventionNamesThemOnlineAndOffline(Product product) throws SQLException {
		TestDatabase online = product.create();
		TestDatabase offline = product.create();
		Migrate migrate = migrate(online, product, CONVENTION);

		migrate.upgrade("head");
		execute(offline, migrate.upgradeSql("head"));
		// the beginning of what `printf 'id > 0' | sha256sum` prints
		assertThat(online.texts(NAMES.formatted("= 'items'"))).containsExactly(
				"ck_items_54d12d6c", "fk_items_parent_items", "pk_items", "small", (product == Product.H2)
						? "uq_items_" + LONG : "uq_items_a_very_long_column_name_that_goes_on_and_on_f_30e59912",
				"uq_items_id_parent");
		assertThat(offline.texts(NAMES.formatted("= 'items'"))).isEqualTo(online.texts(NAMES.formatted("= 'items'")));
		String checksum = "SELECT checksum FROM migrate_history";
		assertThat(offline.texts(checksum)).isEqualTo(online.texts(checksum));
		migrate.downgrade("base");
		assertThat(online.texts(NAMES.formatted("= 'items'"))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void conventionLeavesTheVersionTablesAlone(Product product) {
		TestDatabase database = product.create();
		migrate(database, product, CONVENTION).upgrade("head");

		assertThat(database.texts(NAMES.formatted("LIKE 'migrate%'"))).hasSize(2)
			.noneMatch((name) -> name.startsWith("pk_"));
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void withoutAConventionTheProductNamesThem(Product product) {
		TestDatabase database = product.create();
		migrate(database, product, NamingConvention.NONE).upgrade("head");

		assertThat(database.texts(NAMES.formatted("= 'items'"))).hasSize(6)
			.allMatch((name) -> name.equals("small")
					|| name.startsWith((product == Product.H2) ? "constraint_" : "items_"));
	}

	@Test
	void conventionNamesThemOnSqlite() {
		TestDatabase database = Product.SQLITE.create();
		Migrate migrate = migrate(database, Product.SQLITE, CONVENTION);
		String definition = "SELECT sql FROM sqlite_master WHERE name = 'items'";

		migrate.upgrade("head");
		assertThat(database.texts(definition)).singleElement()
			.asString()
			.contains("CONSTRAINT pk_items PRIMARY KEY", "CONSTRAINT uq_items_id_parent UNIQUE",
					"CONSTRAINT ck_items_54d12d6c CHECK", "CONSTRAINT small CHECK",
					"CONSTRAINT fk_items_parent_items FOREIGN KEY");
		migrate.downgrade("base");
		assertThat(database.texts(definition)).isEmpty();
	}

	private static void execute(TestDatabase database, String script) throws SQLException {
		try (Connection connection = database.connect()) {
			Dialect dialect = Dialects.load(ConstraintNamesTests.class.getClassLoader()).of(connection);
			for (SqlStatement statement : dialect.lexer().split(script, 1)) {
				dialect.execute(connection, statement);
			}
		}
	}

}
