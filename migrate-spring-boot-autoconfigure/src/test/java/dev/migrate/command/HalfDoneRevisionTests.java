package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.outside.R1_Outside;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.DatabaseStatus;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.Resolution;
import dev.migrate.testsupport.DisturbedDataSource;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A revision that fails behind statements which no rollback takes back: it is gone on
 * with behind them, or settled.
 */
class HalfDoneRevisionTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	@TempDir
	private Path folder;

	/**
	 * On a product that commits DDL any section does, elsewhere one without transaction.
	 */
	private TestApplication application(Product product, TestDatabase database, String last) {
		String option = (product == Product.H2) ? "" : " transaction=false";
		return new TestApplication(this.folder, database.dataSource()).sql("a1", "", """
				-- migrate:upgrade%s
				CREATE TABLE one (id int);
				INSERT INTO one VALUES (1);
				CREATE TABLE two (id int);
				%s

				-- migrate:downgrade
				DROP TABLE two;
				DROP TABLE one;
				""".formatted(option, last));
	}

	private static void fails(Migrate migrate, String message) {
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@EnumSource
	void nextRunGoesOnBehindTheLastStatementThatWasExecuted(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(product, database, "INSERT INTO missing VALUES (1);").migrate();

		fails(migrate, "and so do these 3 statements of this one");
		DatabaseState state = migrate.status();
		assertThat(state.status()).isEqualTo(DatabaseStatus.INCOMPLETE);
		assertThat(state.halfDone()).isNotNull();
		assertThat(state.halfDone().executed()).containsExactly("CREATE TABLE one (id int)",
				"INSERT INTO one VALUES (1)", "CREATE TABLE two (id int)");
		assertThat(state.halfDone().inDoubt()).isNull();
		fails(migrate, "and so does what an interrupted run has executed of this one");
		application(product, database, "INSERT INTO two VALUES (2);").migrate().upgrade("head");

		assertThat(database.texts("SELECT id FROM one UNION ALL SELECT id FROM two ORDER BY 1")).containsExactly("1",
				"2");
		assertThat(database.texts(ROWS)).containsExactly("a1");
		assertThat(database.texts("SELECT revision FROM migrate_history")).containsExactly("a1");
		assertThat(migrate.status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
		assertThat(database.tablesOfRevisions()).containsExactly("one", "two");
	}

	@ParameterizedTest
	@EnumSource
	void statementThatWasExecutedMayNotBeChanged(Product product) {
		TestDatabase database = product.create();
		fails(application(product, database, "INSERT INTO missing VALUES (1);").migrate(), "line 11");
		TestApplication changed = application(product, database, "");
		changed.sql("a1", "", """
				-- migrate:upgrade transaction=false
				CREATE TABLE one (id int);
				INSERT INTO one VALUES (7);
				CREATE TABLE two (id int);
				""");

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> changed.migrate().upgrade("head"))
			.withMessage("Revision a1 was changed after its upgrade was interrupted: statement 2 was 'INSERT INTO one "
					+ "VALUES (1)' and is INSERT INTO one VALUES (7) now; put that statement back, correct only those "
					+ "behind it, or settle it by migrate resolve")
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.INCOMPLETE));
		assertThat(database.texts("SELECT id FROM one")).containsExactly("1");
	}

	@ParameterizedTest
	@EnumSource
	void nothingElseIsDoneBeforeItIsSettled(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(product, database, "INSERT INTO missing VALUES (1);").migrate();
		fails(migrate, "line 11");
		String message = "Revision a1 is half done: its upgrade was interrupted after 3 statements; run migrate upgrade"
				+ " to go on with it, or settle it by migrate resolve --done, --retry or --undo";

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.stamp(List.of("a1"), false))
			.withMessage(message);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgrade("base"))
			.withMessage(message);
		assertThat(database.texts(ROWS)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void doneRecordsIt(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(product, database, "INSERT INTO missing VALUES (1);").migrate();
		fails(migrate, "line 11");

		migrate.resolve(Resolution.DONE);
		assertThat(database.texts(ROWS)).containsExactly("a1");
		assertThat(database.texts("SELECT direction FROM migrate_history")).containsExactly("upgrade");
		assertThat(migrate.status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
		migrate.downgrade("base");
		assertThat(database.tablesOfRevisions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void undoOfAScriptSaysWhatIsToBeTakenBackByHand(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(product, database, "INSERT INTO missing VALUES (1);").migrate();
		fails(migrate, "line 11");

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.resolve(Resolution.UNDO))
			.withMessage("It is not known what takes these statements of revision a1 back: CREATE TABLE two (id int); "
					+ "INSERT INTO one VALUES (1); CREATE TABLE one (id int); take back by hand what was executed, then "
					+ "run migrate resolve --undo --by-hand");
		database.jdbc().sql("DROP TABLE one").update();
		database.jdbc().sql("DROP TABLE two").update();
		migrate.resolve(Resolution.UNDONE);
		assertThat(migrate.status().status()).isEqualTo(DatabaseStatus.PENDING);
		application(product, database, "").migrate().upgrade("head");
		assertThat(database.texts("SELECT id FROM one")).containsExactly("1");
	}

	private Migrate java(TestDatabase database, Body body) {
		return java(database.dataSource(), body);
	}

	private Migrate java(DataSource dataSource, Body body) {
		return new TestApplication(this.folder, dataSource).packages(R1_Outside.class.getPackageName())
			.factory((type) -> new Migration() {

				@Override
				public void upgrade(Operations op) {
					body.run(op);
				}

				@Override
				public void downgrade(Operations op) {
				}

			})
			.migrate();
	}

	private static void build(Operations op, String last) {
		op.autocommit(() -> {
			op.createTable("one", column("id", integer()));
			op.addColumn("one", column("name", varchar(10)));
			op.createTable("two", column("id", integer()));
			op.execute(last);
		});
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
	void undoTakesOperationsBackByTheirReverses(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = java(database, (op) -> build(op, "INSERT INTO missing VALUES (1)"));
		fails(migrate, "these 3 statements");

		migrate.resolve(Resolution.UNDO);
		assertThat(database.tablesOfRevisions()).isEmpty();
		assertThat(migrate.status().status()).isEqualTo(DatabaseStatus.PENDING);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
	void undoThatWasInterruptedIsGoneOnWith(Product product) {
		TestDatabase database = product.create();
		Body body = (op) -> build(op, "INSERT INTO missing VALUES (1)");
		fails(java(database, body), "these 3 statements");
		DataSource interrupted = new DisturbedDataSource(database.dataSource(), "DELETE FROM", 2, () -> {
			throw new IllegalStateException("interrupted");
		});

		Migrate migrate = java(interrupted, body);
		assertThatIllegalStateException().isThrownBy(() -> migrate.resolve(Resolution.UNDO));
		migrate.resolve(Resolution.UNDO);

		assertThat(database.tablesOfRevisions()).isEmpty();
		assertThat(migrate.status().status()).isEqualTo(DatabaseStatus.PENDING);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
	void undoThatFailsLeavesAnOperationWhole(Product product) {
		TestDatabase database = product.create();
		AtomicReference<String> last = new AtomicReference<>("INSERT INTO missing VALUES (1)");
		Body body = (op) -> op.autocommit(() -> {
			op.createTable("one", column("id", integer()).comment("the number"));
			op.execute(last.get());
		});
		fails(java(database, body), "these 2 statements");
		database.jdbc().sql("CREATE VIEW other AS SELECT id FROM one").update();

		Migrate migrate = java(database, body);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.resolve(Resolution.UNDO));
		assertThat(database.texts("SELECT state FROM migrate_version_journal")).containsExactly("done", "done");

		last.set("INSERT INTO one VALUES (1)");
		migrate.upgrade("head");
		assertThat(database.texts("SELECT id FROM other")).containsExactly("1");
	}

	@Test
	void undoIsNotTakenForDoneIfSomethingElseIsInItsWay() {
		TestDatabase database = Product.H2.create();
		database.jdbc().sql("CREATE TABLE one (id int)").update();
		Migrate migrate = java(database, (op) -> {
			op.renameTable("one", "two");
			op.execute("INSERT INTO missing VALUES (1)");
		});
		fails(migrate, "these 1 statements");
		database.jdbc().sql("CREATE TABLE one (id int)").update();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.resolve(Resolution.UNDO));
		database.jdbc().sql("DROP TABLE one").update();
		migrate.resolve(Resolution.UNDO);
		assertThat(database.tablesOfRevisions()).containsExactly("one");
	}

	@ParameterizedTest
	@EnumSource
	void revisionThatLooksIntoTheDatabaseGoesOnToo(Product product) {
		TestDatabase database = product.create();
		AtomicReference<String> last = new AtomicReference<>("INSERT INTO missing VALUES (1)");
		Migrate migrate = java(database, (op) -> op.autocommit(() -> {
			if (!op.inspect().hasTable("one")) {
				op.createTable("one", column("id", integer()));
			}
			if (!op.inspect().hasTable("two")) {
				op.createTable("two", column("id", integer()));
			}
			op.execute(last.get());
		}));

		fails(migrate, "these 2 statements");
		last.set("INSERT INTO two VALUES (1)");
		migrate.upgrade("head");
		assertThat(database.texts("SELECT id FROM two")).containsExactly("1");
		assertThat(database.texts(ROWS)).containsExactly("outside");
	}

	@ParameterizedTest
	@EnumSource
	void statementsOfItsOwnConnectionAreNotRepeated(Product product) {
		TestDatabase database = product.create();
		database.jdbc().sql("CREATE TABLE one (id int)").update();
		Migrate migrate = java(database, (op) -> {
			op.jdbc().sql("INSERT INTO one VALUES (1)").update();
			op.autocommit(() -> op.execute("INSERT INTO missing VALUES (1)"));
		});

		fails(migrate, "missing");
		fails(migrate, "an interrupted run has used op.jdbc() here, and what it did is not known; look, then settle it "
				+ "by migrate resolve --done or --undo");
		assertThat(database.texts("SELECT id FROM one")).containsExactly("1");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
	void statementInDoubtThatWasExecutedCountsAsDone(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(product, database, "INSERT INTO missing VALUES (1);").migrate();
		fails(migrate, "line 11");
		database.jdbc().sql("UPDATE migrate_version_journal SET state = 'started' WHERE position = 3").update();
		assertThat(migrate.status().halfDone()).isNotNull();
		assertThat(migrate.status().halfDone().inDoubt()).isEqualTo("CREATE TABLE two (id int)");

		if (product == Product.H2) {
			application(product, database, "INSERT INTO two VALUES (2);").migrate().upgrade("head");
			assertThat(database.texts("SELECT id FROM two")).containsExactly("2");
		}
		else {
			// PostgreSQL executes it together with its entry, so it cannot be in doubt
			fails(migrate, "relation \"two\" already exists");
		}
	}

	@Test
	void enumValueInDoubtIsAddedOnce() {
		TestDatabase database = Product.POSTGRESQL.create();
		TestApplication application = new TestApplication(this.folder, database.dataSource());
		String section = """
				-- migrate:upgrade
				CREATE TYPE mood AS ENUM ('ok');
				ALTER TYPE mood ADD VALUE 'good';
				CREATE TABLE moods AS SELECT 'good'::mood AS mood, %s AS number;
				""";
		application.sql("a1", "", section.formatted("1/0"));
		fails(application.migrate(), "division by zero");
		database.jdbc().sql("UPDATE migrate_version_journal SET state = 'started' WHERE position = 2").update();

		application.sql("a1", "", section.formatted("1")).migrate().upgrade("head");
		assertThat(database.texts("SELECT enum_range(NULL::mood)::text FROM moods")).containsExactly("{ok,good}");
	}

	@Test
	void procedureInDoubtIsNotCalledAgain() {
		TestDatabase database = Product.POSTGRESQL.create();
		TestApplication application = new TestApplication(this.folder, database.dataSource()).sql("a1", "", """
				-- migrate:upgrade transaction=false
				CREATE TABLE calls (id int);
				DO $$ BEGIN INSERT INTO calls VALUES (1); COMMIT; END $$;
				INSERT INTO missing VALUES (1);
				""");
		fails(application.migrate(), "missing");
		database.jdbc().sql("UPDATE migrate_version_journal SET state = 'started' WHERE position = 2").update();

		fails(application.migrate(), "An interrupted run has begun 'DO $$ BEGIN INSERT INTO calls VALUES (1); COMMIT; "
				+ "END $$', and nobody knows whether it was executed; look, then settle it by migrate resolve --done, "
				+ "--retry or --undo");
		assertThat(database.texts("SELECT id FROM calls")).containsExactly("1");
		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> application.migrate().resolve(Resolution.RETRY))
			.withMessageContaining("missing");
		assertThat(database.texts("SELECT id FROM calls")).containsExactly("1", "1");
	}

	@Test
	void invalidIndexOfAnEarlierTryIsReplaced() throws SQLException {
		TestDatabase database = Product.POSTGRESQL.create();
		database.jdbc().sql("CREATE TABLE one (id int)").update();
		database.jdbc().sql("INSERT INTO one VALUES (1), (1)").update();
		try (Connection connection = database.connect()) {
			assertThatExceptionOfType(SQLException.class).isThrownBy(
					() -> connection.createStatement().execute("CREATE UNIQUE INDEX CONCURRENTLY one_id ON one (id)"));
		}
		database.jdbc().sql("DELETE FROM one").update();

		new TestApplication(this.folder, database.dataSource())
			.sql("a1", "", "-- migrate:upgrade\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS one_id ON one (id);\n")
			.migrate()
			.upgrade("head");
		assertThat(database.texts("SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'one_id'::regclass"))
			.containsExactly("true");
	}

	@Test
	void transactionsOfAScriptOfItsOwnAreRepeatedAsAWhole() {
		TestDatabase database = Product.POSTGRESQL.create();
		TestApplication application = new TestApplication(this.folder, database.dataSource());
		String section = """
				-- migrate:upgrade transaction=false
				BEGIN;
				CREATE TABLE one (id int);
				INSERT INTO one VALUES (1);
				COMMIT;
				BEGIN;
				INSERT INTO one VALUES (2);
				INSERT INTO %s VALUES (3);
				COMMIT;
				""";
		application.sql("a1", "", section.formatted("missing"));
		fails(application.migrate(), "missing");
		assertThat(database.texts("SELECT id FROM one")).containsExactly("1");

		application.sql("a1", "", section.formatted("one")).migrate().upgrade("head");
		assertThat(database.texts("SELECT id FROM one ORDER BY 1")).containsExactly("1", "2", "3");
	}

	@Test
	void nothingToResolveIsSaid() {
		TestDatabase database = Product.H2.create();

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> application(Product.H2, database, "").migrate().resolve(Resolution.DONE))
			.withMessage("No revision is half done; there is nothing to resolve");
	}

	private interface Body {

		void run(Operations op);

	}

}
