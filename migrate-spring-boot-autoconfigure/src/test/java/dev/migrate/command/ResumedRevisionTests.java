package dev.migrate.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.outside.R1_Outside;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.Resolution;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A revision that is gone on with executes nothing twice, and leaves nothing behind.
 */
class ResumedRevisionTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	private static final String OUTSIDE = "-- migrate:upgrade transaction=false\n";

	@TempDir
	private Path folder;

	private TestDatabase database;

	@BeforeEach
	void create() {
		this.database = Product.POSTGRESQL.create();
		this.database.jdbc().sql("CREATE TABLE log (id int)").update();
	}

	private TestApplication application() {
		return new TestApplication(this.folder, this.database.dataSource());
	}

	private Migrate java(TestApplication application, Body body) {
		return application.packages(R1_Outside.class.getPackageName()).factory((type) -> new Migration() {

			@Override
			public void upgrade(Operations op) {
				body.run(op);
			}

			@Override
			public void downgrade(Operations op) {
			}

		}).migrate();
	}

	private static void fails(Migrate migrate, String message) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining(message);
	}

	private List<String> log() {
		return this.database.texts("SELECT id FROM log ORDER BY 1");
	}

	@Test
	void ownConnectionOutsideOfTheTransactionIsNotUsedAgain() {
		Migrate migrate = java(application(), (op) -> op.autocommit(() -> {
			op.jdbc().sql("INSERT INTO log VALUES (1)").update();
			op.execute("INSERT INTO missing VALUES (1)");
		}));

		fails(migrate, "and so do these 1 statements of this one, which are committed: op.jdbc()");
		fails(migrate, "an interrupted run has used op.jdbc() here");
		assertThat(log()).containsExactly("1");
	}

	@Test
	void statementThatMentionsSettingsIsNotRepeated() {
		String section = OUTSIDE + """
				CREATE FUNCTION tenant() RETURNS text LANGUAGE sql AS $$ SELECT set_config('app.tenant', 'a', false) $$;
				INSERT INTO log SELECT length(set_config('app.tenant', 'a', false));
				INSERT INTO %s VALUES (2);
				""";
		application().sql("a1", "", section.formatted("missing"));
		fails(application().migrate(), "these 2 statements");

		application().sql("a1", "", section.formatted("log")).migrate().upgrade("head");
		assertThat(log()).containsExactly("1", "2");
	}

	@Test
	void settingIsSaidAgainInTheNextSession() {
		String section = OUTSIDE + """
				CREATE SCHEMA other;
				SELECT pg_catalog.set_config('search_path', 'other', false);
				CREATE TABLE one (id int);
				INSERT INTO %s VALUES (2);
				""";
		application().sql("a1", "", section.formatted("missing"));
		fails(application().migrate(), "these 2 statements");

		application().sql("a1", "", section.formatted("one")).migrate().upgrade("head");
		assertThat(this.database.texts("SELECT id FROM other.one")).containsExactly("2");
	}

	@Test
	void blockThatHasCommittedBeforeItFailedIsNotRepeated() {
		application().sql("a1", "", OUTSIDE + "DO $$ BEGIN INSERT INTO log VALUES (1); COMMIT; PERFORM 1/0; END $$;\n");

		fails(application().migrate(), "division by zero");
		fails(application().migrate(), "nobody knows whether it was executed");
		assertThat(log()).containsExactly("1");
	}

	@Test
	void blockThatCannotCommitIsRepeated() {
		String section = OUTSIDE + "DO $$ BEGIN INSERT INTO log VALUES (1); PERFORM 1/%d; END $$;\n";
		application().sql("a1", "", section.formatted(0));
		fails(application().migrate(), "division by zero");

		application().sql("a1", "", section.formatted(1)).migrate().upgrade("head");
		assertThat(log()).containsExactly("1");
	}

	@Test
	void otherWayThroughARevisionRepeatsNothing() {
		AtomicReference<String> last = new AtomicReference<>("missing");
		Migrate migrate = java(application(), (op) -> op.autocommit(() -> {
			if (op.inspect().hasTable("one")) {
				op.execute("COMMENT ON TABLE one IS 'was there'");
			}
			else {
				op.createTable("one", column("id", integer()));
			}
			op.execute("INSERT INTO log VALUES (1)");
			op.execute("INSERT INTO log VALUES (1)");
			op.execute("INSERT INTO " + last.get() + " VALUES (2)");
		}));

		fails(migrate, "these 3 statements");
		fails(migrate, "missing");
		last.set("log");
		migrate.upgrade("head");
		assertThat(log()).containsExactly("1", "1", "2");
	}

	@Test
	void whatWasRolledBackByTheScriptIsNoChangeOfIt() {
		String section = OUTSIDE + """
				BEGIN;
				INSERT INTO log VALUES (1);
				ROLLBACK;
				INSERT INTO log VALUES (1);
				INSERT INTO %s VALUES (2);
				""";
		application().sql("a1", "", section.formatted("missing"));
		fails(application().migrate(), "these 1 statements");

		application().sql("a1", "", section.formatted("log")).migrate().upgrade("head");
		assertThat(log()).containsExactly("1", "2");
	}

	@Test
	void transactionOfAScriptDoesNotStayOpen() throws SQLException {
		String section = OUTSIDE + """
				BEGIN;
				INSERT INTO log VALUES (%d);
				COMMIT;
				INSERT INTO missing VALUES (2);
				""";
		application().sql("a1", "", section.formatted(1));
		fails(application().migrate(), "these 1 statements");
		application().sql("a1", "", section.formatted(7));

		try (SingleConnectionDataSource pool = new SingleConnectionDataSource(this.database.connect(), true)) {
			fails(new TestApplication(this.folder, pool).migrate(), "was changed after its upgrade was interrupted");
			JdbcClient.create(pool).sql("INSERT INTO log VALUES (3)").update();
			assertThat(log()).containsExactly("1", "3");
		}
	}

	@Test
	void transactionOfAScriptThatH2EndsIsNotRepeated() {
		this.database = Product.H2.create();
		this.database.jdbc().sql("CREATE TABLE log (id int)").update();
		String section = OUTSIDE + """
				BEGIN;
				INSERT INTO log VALUES (1);
				CREATE TABLE one (id int);
				INSERT INTO log VALUES (2);
				INSERT INTO %s VALUES (3);
				COMMIT;
				""";
		application().sql("a1", "", section.formatted("missing"));
		fails(application().migrate(), "missing");

		application().sql("a1", "", section.formatted("log")).migrate().upgrade("head");
		assertThat(log()).containsExactly("1", "2", "3");
	}

	@Test
	void ownConnectionThatH2CommitsRepeatsNothing() {
		this.database = Product.H2.create();
		this.database.jdbc().sql("CREATE TABLE log (id int)").update();
		Migrate migrate = java(application(), (op) -> {
			op.execute("INSERT INTO log VALUES (1)");
			op.jdbc().sql("CREATE TABLE one (id int)").update();
			op.execute("INSERT INTO missing VALUES (1)");
		});

		fails(migrate, "missing");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"));
		assertThat(log()).containsExactly("1");
	}

	@Test
	void failedCommitIsNotForgiven() {
		this.database.jdbc().sql("CREATE TABLE one (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)").update();
		Migrate migrate = java(application(), (op) -> {
			op.execute("INSERT INTO log VALUES (1)");
			op.execute("INSERT INTO one VALUES (1), (1)");
			try {
				op.autocommit(() -> op.execute("INSERT INTO log VALUES (2)"));
			}
			catch (RuntimeException ex) {
				// A revision that takes it for harmless
			}
			op.execute("INSERT INTO log VALUES (3)");
		});

		fails(migrate, "duplicate key value violates unique constraint");
		assertThat(log()).isEmpty();
		assertThat(this.database.texts(ROWS)).isEmpty();
	}

	@Test
	void commitThatFailsOutsideCanBeCaught() {
		this.database.jdbc().sql("CREATE TABLE one (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)").update();
		Migrate migrate = java(application(), (op) -> {
			try {
				op.autocommit(() -> op.execute("INSERT INTO one VALUES (1), (1)"));
			}
			catch (RuntimeException ex) {
				op.autocommit(() -> op.execute("INSERT INTO one VALUES (1)"));
			}
		});

		migrate.upgrade("head");
		assertThat(this.database.texts("SELECT id FROM one")).containsExactly("1");
		assertThat(this.database.texts(ROWS)).containsExactly("outside");
	}

	@Test
	void statementThatAllowsNoTransactionIsExecutedWithoutOne() {
		application().sql("a1", "", OUTSIDE + "ALTER DATABASE %s SET TABLESPACE pg_default;\n"
			.formatted(this.database.texts("SELECT current_database()::text").get(0)));

		fails(application().migrate(), "cannot change the tablespace of the currently open database");
	}

	@Test
	void undoFindsTheTablesOfItsSchema() {
		this.database.jdbc().sql("CREATE SCHEMA app").update();
		this.database.jdbc().sql("CREATE TABLE one (id int)").update();
		Migrate migrate = java(
				application()
					.settings((settings) -> new RuntimeSettings("app", settings.versionTable(), settings.historyTable(),
							settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout())),
				(op) -> op.autocommit(() -> {
					op.createTable("one", column("id", integer()));
					op.execute("INSERT INTO missing VALUES (1)");
				}));
		fails(migrate, "missing");

		migrate.resolve(Resolution.UNDO);
		assertThat(this.database.texts("SELECT schemaname::text FROM pg_tables WHERE tablename = 'one'"))
			.containsExactly("public");
	}

	@Test
	void undoTakesBackAnOperationOfSeveralStatements() {
		Migrate migrate = java(application(), (op) -> op.autocommit(() -> {
			op.createTable("one", column("id", integer()).comment("the number"));
			op.execute("INSERT INTO missing VALUES (1)");
		}));
		fails(migrate, "these 2 statements");

		migrate.resolve(Resolution.UNDO);
		assertThat(this.database.tablesOfRevisions()).containsExactly("log");
	}

	@Test
	void undoTakesBackOneRevision() {
		String section = OUTSIDE + "INSERT INTO log VALUES (%d);\nINSERT INTO missing VALUES (1);\n";
		application().sql("b1", "", section.formatted(1));
		fails(application().migrate(), "these 1 statements");
		application().sql("c1", "", section.formatted(2));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application().migrate().upgrade("heads"));

		assertThat(this.database.texts("SELECT DISTINCT revision FROM migrate_version_journal ORDER BY 1"))
			.containsExactly("b1", "c1");
		assertThat(application().migrate().status().halfDone().executed())
			.containsExactly("INSERT INTO log VALUES (2)");
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> application().migrate().resolve(Resolution.UNDO))
			.withMessageContaining("of revision c1 back: INSERT INTO log VALUES (2); take back by hand");
	}

	@Test
	void indexInDoubtIsNotTakenForAnother() {
		application().sql("a1", "",
				"-- migrate:upgrade\nCREATE INDEX CONCURRENTLY number ON log (id);\nCREATE TABLE x AS SELECT 1/0;\n");
		fails(application().migrate(), "division by zero");
		this.database.jdbc().sql("UPDATE migrate_version_journal SET state = 'started'").update();
		this.database.jdbc().sql("DROP INDEX number").update();
		this.database.jdbc().sql("CREATE TABLE number (id int)").update();

		fails(application().migrate(), "relation \"number\" already exists");
	}

	private interface Body {

		void run(Operations op);

	}

}
