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
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.SelfRendering;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.Resolution;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Blocks outside the transaction of a revision.
 */
class AutocommitTests {

	private static final String PARTS = "SELECT part FROM log ORDER BY id";

	private static final String VERSIONS = "SELECT version_num FROM migrate_version";

	@TempDir
	private Path folder;

	private static TestDatabase create(Product product) {
		TestDatabase database = product.create();
		boolean postgresql = product == Product.POSTGRESQL;
		database.jdbc()
			.sql("CREATE TABLE log (id "
					+ ((product == Product.SQLITE) ? "integer" : "bigint GENERATED ALWAYS AS IDENTITY")
					+ " PRIMARY KEY, part varchar(20), tx bigint " + (postgresql ? "DEFAULT txid_current())" : ")"))
			.update();
		return database;
	}

	private TestApplication application(TestDatabase database, Migration migration) {
		return new TestApplication(this.folder, database.dataSource()).packages(R1_Outside.class.getPackageName())
			.factory((type) -> migration);
	}

	private Migrate migrate(TestDatabase database, Body upgrade) {
		return application(database, new Migration() {

			@Override
			public void upgrade(Operations op) {
				upgrade.run(op);
			}

			@Override
			public void downgrade(Operations op) {
			}

		}).migrate();
	}

	@ParameterizedTest
	@EnumSource
	void partsArePerformedInOrderAndTheVersionIsWrittenBehindThem(Product product) {
		TestDatabase database = create(product);
		Migrate migrate = application(database, new R1_Outside("ANALYZE")).migrate();

		migrate.upgrade("head");
		assertThat(database.texts(PARTS)).containsExactly("before", "before", "block", "nested", "block", "after",
				"after");
		assertThat(database.texts(VERSIONS)).containsExactly("outside");
		migrate.downgrade("base");
		assertThat(database.texts(PARTS)).isEmpty();
		assertThat(database.texts(VERSIONS)).isEmpty();
	}

	@Test
	void eachStatementOfTheBlockIsATransactionAndWhatStandsAroundItIsOneEach() {
		TestDatabase database = create(Product.POSTGRESQL);
		application(database, new R1_Outside("VACUUM log")).migrate().upgrade("head");

		assertThat(database.texts("SELECT string_agg(part, ' ' ORDER BY id) FROM log GROUP BY tx ORDER BY min(id)"))
			.containsExactly("before before", "block", "nested", "block", "after after");
		assertThat(database.texts("SELECT count(*)::text FROM migrate_version v JOIN log l ON l.part = 'after' "
				+ "WHERE v.xmin::text::bigint = l.tx"))
			.containsExactly("2");
	}

	@Test
	void failureInTheBlockNamesWhatStays() {
		TestDatabase database = create(Product.POSTGRESQL);
		Migrate migrate = application(database, new R1_Outside("CREATE UNIQUE INDEX CONCURRENTLY ux ON log ((1))"))
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageStartingWith("The upgrade of revision outside (" + R1_Outside.class.getName()
					+ ") failed at line 28: ERROR: could not create unique index \"ux\"")
			.withMessageContaining("earlier revisions stay, and so do these 4 statements of this one, which are "
					+ "committed: INSERT INTO log (part) VALUES (?); ")
			.withMessageEndingWith("Correct the rows or the revision and start again, which goes on behind them, "
					+ "or settle it by migrate resolve");
		assertThat(database.texts(PARTS)).containsExactly("before", "before", "block", "nested");
		assertThat(database.texts("SELECT relname::text FROM pg_class WHERE relname = 'ux'")).isEmpty();
		assertThat(database.texts(VERSIONS)).isEmpty();
	}

	@Test
	void failureInTheBlockNamesWhatStaysOnAProductThatCommitsDdl() {
		TestDatabase database = create(Product.H2);
		Migrate migrate = application(database, new R1_Outside("CREATE TABLE log (id int)")).migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("failed at line 28: Table \"LOG\" already exists")
			.withMessageContaining("so do these 4 statements of this one, which H2 does not roll back: INSERT");
		assertThat(database.texts(PARTS)).containsExactly("before", "before", "block", "nested");
		assertThat(database.texts(VERSIONS)).isEmpty();
	}

	@Test
	void operationOfOnesOwnMayNeedTheBlock() {
		TestDatabase database = create(Product.POSTGRESQL);

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> migrate(database, (op) -> op.invoke(new Vacuum("log"))).upgrade("head"))
			.withMessageContaining("'clean log': it cannot be performed inside a transaction; "
					+ "put it into op.autocommit(() -> …)");
		Migrate migrate = migrate(database, (op) -> op.autocommit(() -> op.invoke(new Vacuum("log"))));
		assertThat(migrate.upgradeSql("head")).contains("COMMIT;\n\nVACUUM (ANALYZE) log;\n\nBEGIN;");
		migrate.upgrade("head");
		assertThat(database.texts(VERSIONS)).containsExactly("outside");
	}

	private record Vacuum(String table) implements SelfRendering {

		@Override
		public List<String> render(ProductSyntax product) {
			return List.of("VACUUM (ANALYZE) " + product.identifiers().quote(this.table));
		}

		@Override
		public String describe() {
			return "clean " + this.table;
		}

		@Override
		public boolean needsAutocommit() {
			return true;
		}

	}

	@Test
	void failureThatARevisionCatchesLeadsBackIntoATransaction() {
		TestDatabase database = create(Product.POSTGRESQL);
		Migrate migrate = migrate(database, (op) -> {
			try {
				op.autocommit(() -> op.execute("INSERT INTO nowhere VALUES (1)"));
			}
			catch (RuntimeException ex) {
				op.execute("INSERT INTO log (part) VALUES ('caught')");
			}
			op.execute("INSERT INTO nowhere VALUES (2)");
		});

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("INSERT INTO nowhere VALUES (2)");
		assertThat(database.texts(PARTS)).isEmpty();
	}

	@Test
	void failureBehindTheBlockTakesBackOnlyWhatFollowedIt() {
		TestDatabase database = create(Product.POSTGRESQL);
		Migrate migrate = migrate(database, (op) -> {
			op.autocommit(() -> op.execute("INSERT INTO log (part) VALUES ('block')"));
			op.execute("INSERT INTO log (part) VALUES ('after')");
			op.execute("INSERT INTO nowhere VALUES (1)");
		});

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("so do these 1 statements of this one, which are committed: "
					+ "INSERT INTO log (part) VALUES ('block'). Correct the revision");
		assertThat(database.texts(PARTS)).containsExactly("block");
		assertThat(database.texts(VERSIONS)).isEmpty();
	}

	@Test
	void exceptionOfTheBlockItselfLeavesTheConnectionUsable() {
		TestDatabase database = create(Product.POSTGRESQL);
		Migrate migrate = migrate(database, (op) -> op.autocommit(() -> {
			op.execute("INSERT INTO log (part) VALUES ('block')");
			op.jdbc().sql("INSERT INTO log (part) VALUES ('jdbc')").update();
			throw new IllegalStateException("I am tired");
		}));

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("revision outside (")
			.withMessageContaining("failed: I am tired")
			.withMessageContaining("which are committed: INSERT INTO log (part) VALUES ('block')");
		assertThat(database.texts(PARTS)).containsExactly("block", "jdbc");
		migrate.resolve(Resolution.UNDONE);
		migrate(database, (op) -> op.execute("DELETE FROM log")).upgrade("head");
		assertThat(database.texts(VERSIONS)).containsExactly("outside");
	}

	@Test
	void oneTransactionForAllRevisionsHasNoOutside() {
		TestDatabase database = create(Product.POSTGRESQL);
		Migrate migrate = application(database, new R1_Outside("ANALYZE"))
			.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
					TransactionMode.SINGLE, settings.connectTimeout(), settings.lockTimeout()))
			.migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageStartingWith(
					"The upgrade of revision outside (" + R1_Outside.class.getName() + ") failed at line 25: ")
			.withMessageContaining("op.autocommit(…) cannot be performed where one transaction holds all revisions; "
					+ "set migrate.transaction=per-revision");
		assertThat(database.texts(PARTS)).isEmpty();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgradeSql("head"))
			.withMessage("Revision outside (" + R1_Outside.class.getName() + ") runs outside a transaction; "
					+ "set migrate.transaction=per-revision");
	}

	@ParameterizedTest
	@EnumSource
	void scriptBringsTheSameStateAndTheSameChecksum(Product product) throws SQLException {
		TestDatabase online = create(product);
		TestDatabase offline = create(product);
		Migrate migrate = application(online, new R1_Outside("ANALYZE"))
			.offlineDialect(product.name().toLowerCase(Locale.ROOT))
			.migrate();

		migrate.upgrade("head");
		execute(offline, migrate.upgradeSql("head"));
		assertThat(offline.texts(PARTS)).hasSize(7).isEqualTo(online.texts(PARTS));
		String history = "SELECT concat_ws('|', revision, checksum, coalesce(downgrade_sql, 'none')) FROM migrate_history";
		assertThat(offline.texts(history)).isEqualTo(online.texts(history))
			.singleElement()
			.asString()
			.startsWith("outside|ops:1:");
		assertThat(offline.texts(VERSIONS)).containsExactly("outside");
		execute(offline, migrate.downgradeSql("head:base"));
		assertThat(offline.texts(PARTS)).isEmpty();
		assertThat(offline.texts(VERSIONS)).isEmpty();
	}

	@Test
	void scriptLeavesTheTransactionAndEntersAnother() {
		String script = application(create(Product.POSTGRESQL), new R1_Outside("DELETE FROM log WHERE id < 0"))
			.migrate()
			.upgradeSql("head")
			.replace("\n\n", "\n");

		assertThat(script.substring(script.indexOf("BEGIN;"))).startsWith("""
				BEGIN;
				INSERT INTO log (part) VALUES ('before');
				INSERT INTO log (part) VALUES ('before');
				COMMIT;
				INSERT INTO log (part) VALUES ('block');
				INSERT INTO log (part) VALUES ('nested');
				DELETE FROM log WHERE id < 0;
				INSERT INTO log (part) VALUES ('block');
				BEGIN;
				INSERT INTO log (part) VALUES ('after');
				INSERT INTO log (part) VALUES ('after');
				INSERT INTO migrate_version (version_num) VALUES ('outside');
				""").endsWith("COMMIT;\n");
		assertThat(script).doesNotContain("set_config");
	}

	@Test
	void indexIsCreatedAndDroppedConcurrently() {
		TestDatabase database = create(Product.POSTGRESQL);
		migrate(database, (op) -> {
			op.createTable("items", column("id", integer()));
			op.autocommit(() -> {
				op.createIndex("items_idx", "items", "id").concurrently();
				op.createIndex("items_other_idx", "items", "id").concurrently();
				op.dropIndex("items_other_idx").concurrently();
			});
			op.renameTable("items", "things");
		}).upgrade("head");

		assertThat(database.texts("SELECT indexname FROM pg_indexes WHERE tablename = 'things'"))
			.containsExactly("items_idx");
	}

	@Test
	void valueOfAnEnumIsNotUsedInTheTransactionThatAddsIt() {
		TestDatabase database = create(Product.POSTGRESQL);
		database.jdbc().sql("CREATE TYPE mood AS ENUM ('ok')").update();
		Migrate migrate = migrate(database, (op) -> {
			op.addEnumValue("mood", "it's good");
			op.commentOnTable("log", "it's good");
			op.execute("CREATE TABLE moods AS SELECT ?::mood AS mood", "it's good");
		});
		String message = "'execute SQL': the value 'it''s good' was added to type mood in the same transaction, "
				+ "which cannot use it yet; put the addition into op.autocommit(() -> …)";

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("The upgrade of revision outside (")
			.withMessageContaining(message);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgradeSql("head"))
			.withMessageContaining("Revision outside (")
			.withMessageContaining(message);
		assertThat(database.texts("SELECT enum_range(NULL::mood)::text")).containsExactly("{ok}");
	}

	@Test
	void valueOfAnEnumIsUsedBehindTheBlockThatAddsIt() {
		TestDatabase database = create(Product.POSTGRESQL);
		database.jdbc().sql("CREATE TYPE mood AS ENUM ('ok')").update();
		migrate(database, (op) -> {
			op.autocommit(() -> op.addEnumValue("mood", "good").before("ok"));
			op.execute("CREATE TABLE moods AS SELECT ?::mood AS mood", "good");
		}).upgrade("head");

		assertThat(database.texts("SELECT mood::text FROM moods")).containsExactly("good");
	}

	private static void execute(TestDatabase database, String script) throws SQLException {
		try (Connection connection = database.connect()) {
			Dialect dialect = Dialects.load(AutocommitTests.class.getClassLoader()).of(connection);
			for (SqlStatement statement : dialect.lexer().split(script, 1)) {
				dialect.execute(connection, statement);
			}
		}
	}

	private interface Body {

		void run(Operations op);

	}

}
