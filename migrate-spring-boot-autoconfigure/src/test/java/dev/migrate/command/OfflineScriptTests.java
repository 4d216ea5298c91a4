package dev.migrate.command;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.dependent.R1_AsksForABean;
import dev.migrate.command.offline.R1_AddOrders;
import dev.migrate.command.revisions.R1_CreatePeople;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Scripts that are written without a database and then executed by other means bring a
 * database where an online run brings it.
 */
class OfflineScriptTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	private static final String HISTORY = "SELECT concat_ws('|', revision, down_revision, direction, message, "
			+ "coalesce(checksum, 'no checksum'), coalesce(downgrade_sql, 'no downgrade'), applied_by) "
			+ "FROM migrate_history ORDER BY id";

	private static final String TABLES = "SELECT lower(table_schema || '.' || table_name) "
			+ "FROM information_schema.tables WHERE lower(table_schema) IN ('public', 'tenant') "
			+ "AND lower(table_name) NOT LIKE 'migrate%' ORDER BY 1";

	private static final String COLUMNS = "SELECT concat_ws(' ', table_schema, table_name, ordinal_position, "
			+ "column_name, data_type, character_maximum_length, numeric_precision, numeric_scale, is_nullable, "
			+ "is_identity, column_default) FROM information_schema.columns "
			+ "WHERE lower(table_schema) IN ('public', 'tenant') ORDER BY table_schema, table_name, ordinal_position";

	/** Products make up the names of unnamed constraints, some of them from numbers. */
	private static final String CONSTRAINTS = "SELECT concat_ws(' ', c.table_schema, c.table_name, "
			+ "c.constraint_type, CASE WHEN lower(c.constraint_name) LIKE 'constraint%' "
			+ "OR c.constraint_name LIKE '%not_null' THEN 'unnamed' ELSE c.constraint_name END, k.column_name, "
			+ "k.ordinal_position, x.check_clause) AS text FROM information_schema.table_constraints c "
			+ "LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = c.constraint_schema "
			+ "AND k.constraint_name = c.constraint_name AND k.table_name = c.table_name "
			+ "LEFT JOIN information_schema.check_constraints x ON x.constraint_schema = c.constraint_schema "
			+ "AND x.constraint_name = c.constraint_name WHERE lower(c.table_schema) IN ('public', 'tenant') "
			+ "ORDER BY 1";

	@TempDir
	private Path folder;

	private TestApplication application(TestDatabase database, Product product) {
		return new TestApplication(this.folder, database.dataSource())
			.offlineDialect(product.name().toLowerCase(Locale.ROOT));
	}

	/**
	 * A branch of SQL and one of Java, merged; sections for one product, some of them
	 * outside of a transaction.
	 */
	private TestApplication branches(TestDatabase database, Product product) {
		return application(database, product).packages(R1_AddOrders.class.getPackageName())
			.sql("a1", "", """
					-- migrate:upgrade
					CREATE TABLE first (id bigint PRIMARY KEY, name varchar(50) DEFAULT 'a;b' CHECK (name <> 'it''s'));
					INSERT INTO first VALUES (1, 'one; -- two'), (2, 'back\\slash');

					-- migrate:upgrade dialect=postgresql
					CREATE TABLE first (id bigint PRIMARY KEY, name text /* ; */ DEFAULT E'a;\\n\\'b');
					COPY first (id, name) FROM stdin;
					1	one; -- two
					2	\\N
					\\.
					CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $body$
					BEGIN
						-- no end; yet
						RETURN n * 2;
					END
					$body$;

					-- migrate:downgrade
					DROP TABLE first; -- it's gone

					-- migrate:downgrade dialect=postgresql
					DROP FUNCTION twice;
					DROP TABLE first;
					""")
			.sql("left", "a1", """
					-- migrate:upgrade
					CREATE INDEX ix_first ON first (name);

					-- migrate:upgrade dialect=postgresql transaction=false
					CREATE INDEX CONCURRENTLY ix_first ON first (name);

					-- migrate:downgrade
					DROP INDEX ix_first;

					-- migrate:downgrade dialect=postgresql transaction=false
					DROP INDEX CONCURRENTLY ix_first;
					""")
			.sql("merge", "left, right", "-- migrate:upgrade\n-- migrate:downgrade\n")
			.table("last", "merge", "last_table");
	}

	private static void execute(TestDatabase database, Product product, String script) {
		try (Connection connection = database.connect()) {
			if (product == Product.H2) {
				RunScript.execute(connection, new StringReader(script));
				return;
			}
			Dialect dialect = Dialects.load(OfflineScriptTests.class.getClassLoader())
				.named(product.name().toLowerCase(Locale.ROOT));
			for (SqlStatement statement : dialect.lexer().split(script, 1)) {
				dialect.execute(connection, statement);
			}
		}
		catch (SQLException ex) {
			throw new AssertionError("The script fails: " + ex.getMessage() + "\n" + script, ex);
		}
	}

	private static List<String> catalog(TestDatabase database, Product product) {
		if (product == Product.SQLITE) {
			return database.texts("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
		}
		List<String> catalog = new ArrayList<>(database.texts(COLUMNS));
		catalog.addAll(database.texts(CONSTRAINTS));
		catalog.addAll(database.texts((product == Product.H2)
				? "SELECT table_name || ' ' || index_name FROM information_schema.indexes "
						+ "WHERE index_name LIKE 'IX%' ORDER BY 1"
				: "SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'tenant') ORDER BY 1"));
		return catalog;
	}

	private static void assertSame(TestDatabase offline, TestDatabase online, Product product) {
		assertThat(catalog(offline, product)).isNotEmpty().isEqualTo(catalog(online, product));
		assertThat(offline.texts(ROWS)).isEqualTo(online.texts(ROWS));
		assertThat(offline.texts(HISTORY)).isNotEmpty().isEqualTo(online.texts(HISTORY));
	}

	@ParameterizedTest
	@EnumSource
	void scriptBringsTheSameStateAsTheOnlineRunAndBack(Product product) {
		TestDatabase online = product.create();
		Migrate migrate = branches(online, product).migrate();
		TestDatabase offline = product.create();

		migrate.upgrade("head");
		execute(offline, product, migrate.upgradeSql("head"));

		assertSame(offline, online, product);
		assertThat(offline.texts(ROWS)).containsExactly("last");
		for (String data : List.of("SELECT concat_ws('|', id, name, 'end') FROM first ORDER BY id",
				"SELECT concat_ws('|', id, first_id, note, price, paid, due_on, 'end') FROM orders ORDER BY id")) {
			assertThat(offline.texts(data)).hasSizeGreaterThan(1).isEqualTo(online.texts(data));
		}
		assertThat(branches(offline, product).migrate().upgrade("head")).isEmpty();

		migrate.downgrade("base");
		execute(offline, product, migrate.downgradeSql("head:base"));

		assertSame(offline, online, product);
		assertThat(offline.texts(ROWS)).isEmpty();
		assertThat(offline.tablesOfRevisions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void rangeWithAStartDoesOnlyTheRest(Product product) {
		TestDatabase online = product.create();
		Migrate migrate = branches(online, product).migrate();
		TestDatabase offline = product.create();
		Migrate other = branches(offline, product).migrate();

		migrate.upgrade("heads");
		other.upgrade("left");
		String script = other.upgradeSql("left:head");
		assertThat(script).contains("Running upgrade a1 -> right,", "-> merge,", "-> last,")
			.doesNotContain("ix_first", "-> a1", "-> left,");
		execute(offline, product, script);
		assertThat(catalog(offline, product)).isEqualTo(catalog(online, product));
		assertThat(offline.texts(ROWS)).isEqualTo(online.texts(ROWS));

		migrate.downgrade("merge");
		execute(offline, product, other.downgradeSql("last:merge"));
		assertThat(catalog(offline, product)).isEqualTo(catalog(online, product));
		assertThat(offline.texts(ROWS)).containsExactly("merge");
		assertThat(other.upgradeSql("head:head")).doesNotContain("CREATE", "INSERT", "BEGIN");
	}

	@ParameterizedTest
	@EnumSource
	void stampIsWritten(Product product) {
		TestDatabase online = product.create();
		Migrate migrate = branches(online, product).migrate();
		TestDatabase offline = product.create();

		migrate.stamp(List.of("left", "right"), false);
		execute(offline, product, migrate.stampSql(List.of("left", "right")));
		assertSame(offline, online, product);
		assertThat(offline.texts(ROWS)).containsExactly("left", "right");
		assertThat(offline.tablesOfRevisions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void stampWithAStartReplacesItsRow(Product product) {
		TestDatabase online = product.create();
		Migrate migrate = branches(online, product).migrate();
		TestDatabase offline = product.create();

		for (TestDatabase database : List.of(online, offline)) {
			branches(database, product).migrate().stamp(List.of("left"), false);
		}
		migrate.stamp(List.of("head"), false);
		execute(offline, product, migrate.stampSql(List.of("left:head")));
		assertSame(offline, online, product);

		migrate.stamp(List.of("base"), false);
		execute(offline, product, migrate.stampSql(List.of("head:base")));
		assertSame(offline, online, product);
		assertThat(offline.texts(ROWS)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void revisionThatReadsTheDatabaseIsRefusedAndNamesTheLine(Product product) {
		Migrate migrate = application(product.create(), product).packages(R1_CreatePeople.class.getPackageName())
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgradeSql("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.UNSUPPORTED))
			.withMessageContaining("Revision fill (")
			.withMessageContaining("R2_FillPeople) cannot be written as SQL at line 24: op.jdbc() needs a database");
		assertThat(migrate.upgradeSql("people")).contains("CREATE TABLE people");
	}

	@ParameterizedTest
	@EnumSource
	void downgradeWithoutAStartIsRefused(Product product) {
		Migrate migrate = branches(product.create(), product).migrate();

		for (String range : List.of("base", ":base", "-1")) {
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgradeSql(range))
				.withMessageContaining("A downgrade that is written as SQL needs a start")
				.withMessageContaining("write START:TARGET, as head:" + range.replace(":", ""));
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
	void schemaOfTheSettingsHoldsAllThatTheScriptCreates(Product product) {
		TestDatabase online = product.create();
		TestDatabase offline = product.create();
		List.of(online, offline).forEach((database) -> database.jdbc().sql("CREATE SCHEMA tenant").update());
		TestApplication application = application(online, product).table("a1", "", "first").table("b1", "a1", "other");
		application.settings((settings) -> new RuntimeSettings("tenant", "migrate_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));

		application.migrate().upgrade("head");
		execute(offline, product, application.migrate().upgradeSql("head"));
		assertThat(offline.texts(TABLES)).containsExactly("tenant.first", "tenant.other");
		assertThat(catalog(offline, product)).isEqualTo(catalog(online, product));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
	void whatARevisionSetsInTheSessionEndsWithIt(Product product) {
		TestDatabase online = product.create();
		TestDatabase offline = product.create();
		List.of(online, offline).forEach((database) -> database.jdbc().sql("CREATE SCHEMA tenant").update());
		String set = (product == Product.H2) ? "SET SCHEMA tenant" : "SET search_path = tenant";
		TestApplication application = application(online, product)
			.sql("a1", "", "-- migrate:upgrade\n" + set + ";\nCREATE TABLE first (id int PRIMARY KEY);\n")
			.table("b1", "a1", "other");

		application.migrate().upgrade("head");
		String script = application.migrate().upgradeSql("head");
		execute(offline, product, script);

		assertThat(online.texts(TABLES)).containsExactly("public.other", "tenant.first");
		assertThat(offline.texts(TABLES)).isEqualTo(online.texts(TABLES));
		assertSame(offline, online, product);
		assertThat(application.migrate().upgradeSql("a1:b1")).doesNotContain("migrate_schema", "search_path");
	}

	@Test
	void mainIsTheOnlySchemaOfASqliteScript() {
		TestDatabase online = Product.SQLITE.create();
		TestDatabase offline = Product.SQLITE.create();
		TestApplication application = application(online, Product.SQLITE).table("a1", "", "first");
		application.settings((settings) -> new RuntimeSettings("main", "migrate_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));

		application.migrate().upgrade("head");
		execute(offline, Product.SQLITE, application.migrate().upgradeSql("head"));
		assertSame(offline, online, Product.SQLITE);

		application.settings((settings) -> new RuntimeSettings("tenant", "migrate_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));
		assertThatIllegalArgumentException().isThrownBy(() -> application.migrate().upgradeSql("head"))
			.withMessage("SQLite has no schemas: remove migrate.schema, which is 'tenant'");
	}

	@Test
	void whatARevisionSetsInASqliteSessionEndsWithIt() throws SQLException {
		TestDatabase online = Product.SQLITE.create();
		TestDatabase offline = Product.SQLITE.create();
		TestApplication application = application(online, Product.SQLITE)
			.sql("a1", "", "-- migrate:upgrade\nPRAGMA legacy_alter_table = ON;\nCREATE TABLE first (id int);\n")
			.sql("b1", "a1", "-- migrate:upgrade\nCREATE TABLE other AS SELECT * FROM pragma_legacy_alter_table;\n");

		application.migrate().upgrade("head");
		execute(offline, Product.SQLITE, application.migrate().upgradeSql("head"));

		assertThat(online.texts("SELECT legacy_alter_table FROM other")).containsExactly("0");
		assertSame(offline, online, Product.SQLITE);
	}

	@Test
	void singleTransactionHoldsAllOrNothing() {
		TestDatabase offline = Product.POSTGRESQL.create();
		TestApplication application = application(offline, Product.POSTGRESQL).table("a1", "", "first")
			.table("b1", "a1", "other");
		application.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
				TransactionMode.SINGLE, settings.connectTimeout(), settings.lockTimeout()));

		String script = application.migrate().upgradeSql("head");
		assertThat(script).containsOnlyOnce("BEGIN;\n").containsOnlyOnce("COMMIT;\n");
		execute(offline, Product.POSTGRESQL, script);
		assertThat(offline.texts(ROWS)).containsExactly("b1");
	}

	@Test
	void singleTransactionRefusesWhatRunsOutsideOfOne() {
		TestDatabase database = Product.POSTGRESQL.create();
		TestApplication application = branches(database, Product.POSTGRESQL);
		application.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
				TransactionMode.SINGLE, settings.connectTimeout(), settings.lockTimeout()));
		Migrate migrate = application.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgradeSql("head"));
	}

	@Test
	void questionMarksAreWrittenAsTheServerReadsThem() {
		TestDatabase online = Product.POSTGRESQL.create();
		TestDatabase offline = Product.POSTGRESQL.create();
		Migrate migrate = new TestApplication(this.folder, online.dataSource())
			.packages(R1_AsksForABean.class.getPackageName())
			.factory((type) -> new Migration() {

				@Override
				public void upgrade(Operations op) {
					op.execute("CREATE TABLE found (a boolean, b text)");
					op.execute("INSERT INTO found SELECT '{\"a\": 1}'::jsonb ?? 'a', ?", "x");
					op.execute("INSERT INTO found SELECT '{\"a\": 1}'::jsonb ? 'b', 'y?'");
				}

				@Override
				public void downgrade(Operations op) {
				}

			})
			.migrate();
		String found = "SELECT a || b FROM found ORDER BY b";

		migrate.upgrade("head");
		execute(offline, Product.POSTGRESQL, migrate.upgradeSql("head"));
		assertThat(offline.texts(found)).containsExactly("truex", "falsey?").isEqualTo(online.texts(found));
	}

}
