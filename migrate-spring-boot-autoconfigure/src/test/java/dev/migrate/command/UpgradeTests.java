package dev.migrate.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.command.late.R1_Late;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.testsupport.RecordingDataSource;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Upgrades and downgrades with SQL revisions, on each product.
 */
class UpgradeTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	private static final String HISTORY = "SELECT revision || ' ' || direction FROM migrate_history ORDER BY id";

	@TempDir
	private Path folder;

	private TestApplication application(TestDatabase database) {
		return new TestApplication(this.folder, database.dataSource());
	}

	private static List<String> ids(List<Step> steps) {
		return steps.stream().map((step) -> step.revision().id()).toList();
	}

	@ParameterizedTest
	@EnumSource
	void upgradeAppliesAllRevisionsInOrderAndRecordsThem(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).table("b1", "a1", "other").table("a1", "", "first").migrate();

		assertThat(ids(migrate.upgrade("head"))).containsExactly("a1", "b1");

		assertThat(database.tablesOfRevisions()).containsExactly("first", "other");
		assertThat(database.texts(ROWS)).containsExactly("b1");
		assertThat(database.texts(HISTORY)).containsExactly("a1 upgrade", "b1 upgrade");
		assertThat(database.texts("SELECT message FROM migrate_history WHERE revision = 'b1'"))
			.containsExactly("Message of b1");
		assertThat(database.texts("SELECT down_revision FROM migrate_history WHERE revision = 'b1'"))
			.containsExactly("a1");
		assertThat(database.texts("SELECT downgrade_sql FROM migrate_history WHERE revision = 'b1'"))
			.containsExactly("-- migrate:downgrade\nDROP TABLE other;\n");
		assertThat(database.texts("SELECT checksum FROM migrate_history"))
			.allMatch((text) -> text.startsWith("sql:1:"));
	}

	@ParameterizedTest
	@EnumSource
	void secondUpgradeSendsOneStatementAndTakesNoLock(Product product) {
		TestDatabase database = product.create();
		application(database).table("a1", "", "first").table("b1", "a1", "other").migrate().upgrade("head");
		RecordingDataSource recording = new RecordingDataSource(database.dataSource());

		assertThat(new TestApplication(this.folder, recording).migrate().upgrade("head")).isEmpty();

		assertThat(recording.sent()).hasSize(1);
	}

	@Test
	void eachRevisionTakesOneBookkeepingStatementBesideTheCommitOnPostgres() {
		TestDatabase database = Product.POSTGRESQL.create();
		RecordingDataSource recording = new RecordingDataSource(database.dataSource());
		TestApplication application = new TestApplication(this.folder, recording);
		application.table("a1", "", "first").migrate().upgrade("head");
		recording.sent().clear();

		application.table("b1", "a1", "other").table("c1", "b1", "third").migrate().upgrade("head");

		int first = recording.sent().indexOf("CREATE TABLE other (id bigint PRIMARY KEY, name varchar(50))");
		List<String> sent = recording.sent().subList(first, first + 6);
		assertThat(sent.get(1)).startsWith("WITH moved AS (UPDATE public.migrate_version");
		assertThat(sent.get(2)).isEqualTo("COMMIT");
		assertThat(sent.get(3)).startsWith("CREATE TABLE third");
		assertThat(sent.get(4)).startsWith("WITH moved AS (UPDATE public.migrate_version");
		assertThat(sent.get(5)).isEqualTo("COMMIT");
	}

	@Test
	void longRunHasPostgresKeepTheBookkeepingStatement() {
		TestDatabase database = Product.POSTGRESQL.create();
		RecordingDataSource recording = new RecordingDataSource(database.dataSource());
		TestApplication application = new TestApplication(this.folder, recording);
		application.table("a1", "", "first").migrate().upgrade("head");
		recording.sent().clear();

		application.tables("b", "a1", 12).migrate().upgrade("head");

		int first = recording.sent().indexOf("CREATE TABLE b1 (id bigint PRIMARY KEY, name varchar(50))");
		List<String> sent = recording.sent().subList(first, first + 25);
		String name = sent.get(1).split(" ")[1];
		assertThat(sent.get(1))
			.startsWith("PREPARE " + name + " AS WITH moved AS (UPDATE public.migrate_version SET version_num = $1 ")
			.contains("; EXECUTE " + name + "('b1', 'a1', 'b1', 'a1', 'upgrade', ")
			.endsWith("; COMMIT");
		for (int i = 2; i <= 12; i++) {
			assertThat(sent.get(2 * i - 1)).startsWith("CREATE TABLE b" + i + " (")
				.contains(")\n;\nEXECUTE %s('b%d', 'b%d', 'b%2$d', 'b%3$d', 'upgrade', ".formatted(name, i, i - 1))
				.endsWith("; COMMIT");
			assertThat(sent.get(2 * i)).isEqualTo("COMMIT");
		}
		assertThat(recording.sent()).containsOnlyOnce("DEALLOCATE " + name);
	}

	/**
	 * On one product, since a class says only once in a process what is wrong with it.
	 */
	@Test
	void revisionThatCannotBeInitializedKeepsNoEarlierOneBack() {
		TestDatabase database = Product.H2.create();
		Migrate migrate = application(database).tables("a", "", 5).packages(R1_Late.class.getPackageName()).migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("of revision b0 cannot be initialized: java.lang.NumberFormatException");
		assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly("a5");
	}

	@ParameterizedTest
	@EnumSource
	void upgradeToARevisionStopsThere(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).table("aaaa1111", "", "first")
			.table("bbbb2222", "aaaa1111", "other")
			.migrate();

		migrate.upgrade("aaaa");

		assertThat(database.texts(ROWS)).containsExactly("aaaa1111");
		assertThat(ids(migrate.upgrade("head"))).containsExactly("bbbb2222");
	}

	@ParameterizedTest
	@EnumSource
	void branchesAreAppliedTogetherAndMergedIntoOneRow(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("base", "", "first");
		application.file("base.sql", TestApplication.header("a1", "")
				+ "-- migrate:upgrade\nCREATE TABLE first (id int);\n" + "-- migrate:downgrade\nDROP TABLE first;\n");
		application.table("left", "a1", "left_table").table("right", "a1", "right_table");
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> application.migrate().upgrade("head"))
			.withMessageContaining("Multiple head revisions are present")
			.withMessageContaining("left (")
			.withMessageContaining("right.sql)");
		assertThat(database.tablesOfRevisions()).isEmpty();

		application.migrate().upgrade("heads");
		assertThat(database.texts(ROWS)).containsExactly("left", "right");

		application.sql("merge", "left, right", "-- migrate:upgrade\n-- migrate:downgrade\n").migrate().upgrade("head");
		assertThat(database.texts(ROWS)).containsExactly("merge");

		application.migrate().downgrade("right");
		assertThat(database.texts(ROWS)).containsExactly("left", "right");
		application.migrate().downgrade("base");
		assertThat(database.texts(ROWS)).isEmpty();
		assertThat(database.tablesOfRevisions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void downgradeTakesBackTheNewestFirstAndLogsIt(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).table("a1", "", "first")
			.table("b1", "a1", "other")
			.table("c1", "b1", "third")
			.migrate();
		migrate.upgrade("head");

		assertThat(ids(migrate.downgrade("a1"))).containsExactly("c1", "b1");

		assertThat(database.texts(ROWS)).containsExactly("a1");
		assertThat(database.tablesOfRevisions()).containsExactly("first");
		assertThat(database.texts(HISTORY)).containsExactly("a1 upgrade", "b1 upgrade", "c1 upgrade", "c1 downgrade",
				"b1 downgrade");
	}

	@Test
	void failingStatementIsRolledBackOnPostgresAndEarlierRevisionsStay() {
		TestDatabase database = Product.POSTGRESQL.create();
		Migrate migrate = application(database).table("a1", "", "first").sql("b1", "a1", """
				-- migrate:upgrade
				CREATE TABLE other (id int);

				INSERT INTO missing
				VALUES (1);
				""").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.STEP_FAILED))
			.withMessageContaining("The upgrade of revision b1 (")
			.withMessageContaining("b1.sql) failed at line 10: ERROR: relation \"missing\" does not exist")
			.withMessageContaining("the statement is: INSERT INTO missing VALUES (1)")
			.withMessageEndingWith("it was rolled back, earlier revisions stay: correct the revision and start again");

		assertThat(database.tablesOfRevisions()).containsExactly("first");
		assertThat(database.texts(ROWS)).containsExactly("a1");
		assertThat(database.texts(HISTORY)).containsExactly("a1 upgrade");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					POSTGRESQL | ALTER TABLE first ALTER COLUMN name SET NOT NULL           | contains null values
					H2         | ALTER TABLE first ALTER COLUMN name SET NOT NULL           | contains null values
					POSTGRESQL | ALTER TABLE first ALTER COLUMN name SET DATA TYPE char(1)  | value too long
					H2         | ALTER TABLE first ALTER COLUMN name SET DATA TYPE char(1)  | Value too long
					POSTGRESQL | ALTER TABLE first ALTER COLUMN id SET DATA TYPE smallint   | out of range
					H2         | ALTER TABLE first ALTER COLUMN id SET DATA TYPE smallint   | out of range
					POSTGRESQL | ALTER TABLE first ADD CONSTRAINT uq_first UNIQUE (name)    | could not create unique index
					H2         | ALTER TABLE first ADD CONSTRAINT uq_first UNIQUE (name)    | Unique index or primary key violation
					SQLITE     | CREATE UNIQUE INDEX uq_first ON first (name)               | UNIQUE constraint failed
					""")
	void downgradeThatRowsForbidSaysSoAndChangesNothing(Product product, String downgrade, String message) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).table("a1", "", "first").sql("b1", "a1", """
				-- migrate:upgrade
				SELECT 1;

				-- migrate:downgrade
				%s;
				""".formatted(downgrade)).table("c1", "b1", "third").migrate();
		migrate.upgrade("head");
		database.jdbc().sql("INSERT INTO first VALUES (1, NULL), (2, 'many'), (100000, 'many')").update();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgrade("a1"))
			.withMessageContaining("The downgrade of revision b1 (")
			.withMessageContaining("b1.sql) failed at line 11: ")
			.withMessageContaining(message)
			.withMessageEndingWith(
					"it was rolled back, earlier downgrades stay: correct the rows or the revision and start again");

		assertThat(database.texts(ROWS)).containsExactly("b1");
		assertThat(database.tablesOfRevisions()).containsExactly("first");
	}

	@Test
	void failingStatementOnH2NamesWhatStays() {
		TestDatabase database = Product.H2.create();
		Migrate migrate = application(database).table("a1", "", "first").sql("b1", "a1", """
				-- migrate:upgrade
				CREATE TABLE other (id int);
				INSERT INTO first VALUES (1, 'one');
				INSERT INTO missing VALUES (1);
				""").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("b1.sql) failed at line 10: Table \"MISSING\" not found")
			.withMessageContaining(
					"earlier revisions stay, and so do these 1 statements of this one, which H2 does not "
							+ "roll back: CREATE TABLE other (id int). Correct the revision and start again, which goes on "
							+ "behind them, or settle it by migrate resolve");

		assertThat(database.tablesOfRevisions()).containsExactly("first", "other");
		assertThat(database.texts("SELECT name FROM first")).isEmpty();
		assertThat(database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void failingDdlOnH2KeepsAllThatWasExecutedBefore() {
		TestDatabase database = Product.H2.create();
		Migrate migrate = application(database).table("a1", "", "first").sql("b1", "a1", """
				-- migrate:upgrade
				INSERT INTO first VALUES (1, 'one');
				CREATE TABEL second (id int);
				""").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("these 1 statements of this one, which H2 does not roll back: INSERT INTO first");

		assertThat(database.texts("SELECT name FROM first")).containsExactly("one");
	}

	@ParameterizedTest
	@EnumSource
	void brokenGraphExecutesNothing(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).table("a1", "", "first").table("b1", "nowhere", "other").migrate();

		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> migrate.upgrade("heads"))
			.withMessageContaining("names the down revision 'nowhere', which does not exist");

		assertThat(database.tablesOfRevisions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void noRevisionAtAllSaysWhereItLooked(Product product) {
		Migrate migrate = application(product.create()).migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("No revision was found, neither in [file:" + this.folder);
	}

	@ParameterizedTest
	@EnumSource
	void dependencyIsAppliedBeforeAndItsRowIsImplied(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("zz1", "", "wanted_first");
		application.file("a1.sql", """
				-- Needs zz1
				--
				-- revision: a1
				-- depends_on: zz1
				-- create_date: 2020-01-01T00:00:00Z

				-- migrate:upgrade
				INSERT INTO wanted_first VALUES (1, 'x');
				-- migrate:downgrade
				DELETE FROM wanted_first;
				""");

		assertThat(ids(application.migrate().upgrade("heads"))).containsExactly("zz1", "a1");
		assertThat(database.texts(ROWS)).containsExactly("a1");
		application.migrate().downgrade("base");
		assertThat(database.texts(ROWS)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void changedFileOfAnAppliedRevisionFailsAndSaysHowToAcceptIt(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.migrate().upgrade("head");
		application.table("a1", "", "renamed");

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.CHANGED_CHECKSUM))
			.withMessageContaining("a1.sql of revision a1 was changed after the revision was applied")
			.withMessageEndingWith("look at the change and accept it by migrate repair a1");
	}

	@ParameterizedTest
	@EnumSource
	void newerBuildsRevisionMeansAheadIfItDescendsFromAHead(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.table("c1", "b1", "third").migrate().upgrade("head");
		application.delete("c1.sql").delete("b1.sql");

		assertThat(application.migrate().upgrade("head")).isEmpty();
		assertThat(application.migrate().status().status()).hasToString("AHEAD");
		assertThat(application.migrate().status().pending()).isEmpty();
		assertThat(database.texts(ROWS)).containsExactly("c1");
	}

	@ParameterizedTest
	@EnumSource
	void revisionOfAnotherProjectIsUnknown(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.migrate().upgrade("head");
		database.jdbc().sql("UPDATE migrate_version SET version_num = 'foreign'").update();

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> application.table("b1", "a1", "other").migrate().upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.UNKNOWN_REVISION))
			.withMessageContaining("The database is at revision foreign, which this build does not know")
			.withMessageEndingWith("name it by migrate stamp --purge REVISION");
		assertThat(application.migrate().status().status()).hasToString("UNKNOWN_REVISION");
		assertThat(database.tablesOfRevisions()).containsExactly("first");
	}

	@ParameterizedTest
	@EnumSource
	void sectionForAProductServesOnlyThatOne(Product product) {
		TestDatabase database = product.create();
		application(database).sql("a1", "", """
				-- migrate:upgrade
				CREATE TABLE plain (id int);
				-- migrate:upgrade dialect=postgresql
				CREATE TABLE for_postgres (id int);
				""").migrate().upgrade("head");

		assertThat(database.tablesOfRevisions())
			.containsExactly((product == Product.POSTGRESQL) ? "for_postgres" : "plain");
	}

	@ParameterizedTest
	@EnumSource
	void tablesOfAlembicAreTakenOver(Product product) {
		TestDatabase database = product.create();
		database.jdbc().sql("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)").update();
		database.jdbc().sql("INSERT INTO alembic_version VALUES ('a1')").update();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.settings((settings) -> new RuntimeSettings(null, "alembic_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));

		assertThat(ids(application.migrate().upgrade("head"))).containsExactly("b1");

		assertThat(database.texts("SELECT version_num FROM alembic_version")).containsExactly("b1");
		assertThat(database.tablesOfRevisions()).containsExactly("alembic_version", "other");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
	void schemaOfTheSettingsHoldsAllThatRevisionsAndWeCreate(Product product) {
		TestDatabase database = product.create();
		database.jdbc().sql("CREATE SCHEMA tenant").update();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.settings((settings) -> new RuntimeSettings("tenant", "migrate_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));

		application.migrate().upgrade("head");
		assertThat(application.migrate().upgrade("head")).isEmpty();

		assertThat(database.texts("SELECT lower(table_name) FROM information_schema.tables "
				+ "WHERE lower(table_schema) = 'tenant' ORDER BY 1"))
			.containsExactly("first", "migrate_history", "migrate_version", "other");
	}

	@ParameterizedTest
	@CsvSource({ "POSTGRESQL, App, App", "H2, app, APP", "H2, \"app\", app" })
	void historyThatWasDroppedIsCreatedAgainWhateverItsNameIs(Product product, String name, String stored) {
		TestDatabase database = product.create();
		database.jdbc().sql("CREATE SCHEMA \"" + stored + "\"").update();
		TestApplication application = application(database).table("a1", "", "first");
		application.settings((settings) -> new RuntimeSettings(name, name, "history", settings.transactionMode(),
				settings.connectTimeout(), settings.lockTimeout()));
		application.migrate().upgrade("head");
		database.jdbc().sql("DROP TABLE \"" + stored + "\".history").update();

		assertThat(ids(application.table("b1", "a1", "other").migrate().upgrade("head"))).containsExactly("b1");

		assertThat(database.texts("SELECT revision FROM \"" + stored + "\".history")).containsExactly("b1");
		assertThat(database.texts("SELECT version_num FROM \"%1$s\".\"%1$s\"".formatted(stored))).containsExactly("b1");
	}

	@Test
	void schemaOfTheSettingsIsRefusedOnSqliteWhichHasNone() {
		TestDatabase database = Product.SQLITE.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.settings((settings) -> new RuntimeSettings("tenant", "migrate_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
			.withMessageContaining("SQLite has no schemas: remove migrate.schema, which is 'tenant'");
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void failingStatementIsRolledBackOnSqlite() {
		TestDatabase database = Product.SQLITE.create();
		Migrate migrate = application(database).table("a1", "", "first").sql("b1", "a1", """
				-- migrate:upgrade
				CREATE TABLE other (id int);
				INSERT INTO first VALUES (1, 'one');
				INSERT INTO missing VALUES (1);
				""").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("b1.sql) failed at line 10: ")
			.withMessageContaining("no such table: missing")
			.withMessageEndingWith("it was rolled back, earlier revisions stay: correct the revision and start again");

		assertThat(database.tablesOfRevisions()).containsExactly("first");
		assertThat(database.texts("SELECT name FROM first")).isEmpty();
		assertThat(database.texts(ROWS)).containsExactly("a1");
	}

	@ParameterizedTest
	@CsvSource({ "DATABASE_TO_LOWER=TRUE,", "DATABASE_TO_LOWER=TRUE, tenant", "DATABASE_TO_UPPER=FALSE,",
			"DATABASE_TO_UPPER=FALSE, tenant", "CASE_INSENSITIVE_IDENTIFIERS=TRUE, tenant", "MODE=PostgreSQL, Tenant",
			"MODE=PostgreSQL, tenant" })
	void schemaIsFoundHoweverH2FoldsNames(String setting, @Nullable String schema) {
		TestDatabase plain = Product.H2.create();
		TestDatabase database = new TestDatabase(plain.url() + ";" + setting, plain.user(), plain.password());
		database.jdbc().sql("CREATE SCHEMA " + ("Tenant".equals(schema) ? "\"Tenant\"" : "tenant")).update();
		TestApplication application = application(database).table("a1", "", "first")
			.sql("b1", "a1", "-- migrate:upgrade\nSET SCHEMA INFORMATION_SCHEMA;\n")
			.table("c1", "b1", "other");
		application.settings((settings) -> new RuntimeSettings(schema, "migrate_version", "migrate_history",
				settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout()));

		application.migrate().upgrade("head");
		assertThat(application.migrate().upgrade("head")).isEmpty();

		assertThat(database.texts("SELECT lower(TABLE_SCHEMA || '.' || TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES "
				+ "WHERE lower(TABLE_SCHEMA) IN ('public', 'tenant') ORDER BY 1"))
			.containsExactly(Stream.of(".first", ".migrate_history", ".migrate_version", ".other")
				.map((table) -> ((schema != null) ? "tenant" : "public") + table)
				.toArray(String[]::new));
	}

	@Test
	void singleTransactionTakesBackAllRevisionsOfTheRun() {
		TestDatabase database = Product.POSTGRESQL.create();
		TestApplication application = application(database).table("a1", "", "first")
			.sql("b1", "a1", "-- migrate:upgrade\nSELECT 1/0;\n");
		application.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
				TransactionMode.SINGLE, settings.connectTimeout(), settings.lockTimeout()));

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
			.withMessageContaining("division by zero")
			.withMessageEndingWith("all revisions of this run were rolled back: correct the revision and start again");
		assertThat(database.tablesOfRevisions()).isEmpty();
		assertThat(database.texts(ROWS)).isEmpty();

		application.table("b1", "a1", "other").migrate().upgrade("head");
		assertThat(database.texts(ROWS)).containsExactly("b1");
	}

	@Test
	void singleTransactionIsRefusedOnH2() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
				TransactionMode.SINGLE, settings.connectTimeout(), settings.lockTimeout()));

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
			.withMessageContaining("One transaction cannot hold all revisions on h2");
	}

	@ParameterizedTest
	@EnumSource
	void transactionControlInARevisionIsRefused(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).sql("a1", "", """
				-- migrate:upgrade
				CREATE TABLE first (id int);
				COMMIT;
				""").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("at line 9: 'COMMIT' would end the transaction of the revision");
		assertThat(database.tablesOfRevisions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void sectionForAnUnknownProductIsRefused(Product product) {
		Migrate migrate = application(product.create()).sql("a1", "", """
				-- migrate:upgrade
				-- migrate:upgrade dialect=postgres
				""").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageEndingWith("a1.sql) has a section for 'postgres', which is no product; "
					+ "the products are h2, postgresql, sqlite");
	}

	@ParameterizedTest
	@EnumSource
	void rowsOfWhichOneLiesBelowAnotherAreRefused(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.migrate().upgrade("head");
		database.jdbc().sql("INSERT INTO migrate_version VALUES ('a1')").update();

		assertThatExceptionOfType(RevisionException.class)
			.isThrownBy(() -> application.table("c1", "b1", "third").migrate().upgrade("head"))
			.withMessage("The version rows a1, b1 overlap: others of them build on a1; "
					+ "delete these rows from the version table, the others imply them");
		assertThat(database.tablesOfRevisions()).containsExactly("first", "other");
	}

}
