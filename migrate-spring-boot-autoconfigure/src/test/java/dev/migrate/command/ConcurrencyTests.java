package dev.migrate.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.testsupport.AtOnce;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Several migrators at once, on a database that has no tables yet.
 */
class ConcurrencyTests {

	private static final int MIGRATORS = 8;

	private static final int REVISIONS = 10;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void eachRevisionIsAppliedOnce(Product product) throws Exception {
		migrateAtOnce(product.create());
	}

	@Test
	void eachRevisionIsAppliedOnceThroughAnH2Server(@TempDir Path data) throws Exception {
		Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", data.toString()).start();
		try {
			migrateAtOnce(new TestDatabase("jdbc:h2:tcp://localhost:" + server.getPort() + "/./test", "sa", ""));
		}
		finally {
			server.stop();
		}
	}

	private void migrateAtOnce(TestDatabase database) throws Exception {
		TestApplication application = new TestApplication(this.folder, database.dataSource());
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < REVISIONS; i++) {
			application.table("rev" + i, (i == 0) ? "" : "rev" + (i - 1), "t" + i);
			expected.add("rev" + i);
		}
		assertThat(AtOnce.call(upgrades(application, MIGRATORS)).stream().mapToInt(Integer::intValue).sum())
			.isEqualTo(REVISIONS);
		assertThat(database.texts("SELECT revision FROM migrate_history ORDER BY id")).isEqualTo(expected);
		assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly("rev9");
	}

	/**
	 * Migrators, each of which tells how many revisions it has applied.
	 */
	private static List<Callable<Integer>> upgrades(TestApplication application, int count) {
		return Stream.generate(application::migrate)
			.limit(count)
			.<Callable<Integer>>map((migrate) -> () -> migrate.upgrade("head").size())
			.toList();
	}

	@ParameterizedTest
	@EnumSource
	void versionTablesAreCreatedOnce(Product product) throws Exception {
		TestDatabase database = product.create();
		TestApplication application = new TestApplication(this.folder, database.dataSource());

		AtOnce.call(Stream.generate(application::migrate)
			.limit(MIGRATORS)
			.map((migrate) -> Executors.callable(() -> migrate.ensureVersion()))
			.toList());

		assertThat(database.tables()).contains("migrate_history", "migrate_version");
		assertThat(database.texts("SELECT version_num FROM migrate_version")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void applicationsWithVersionTablesOfTheirOwnShareADatabase(Product product) throws Exception {
		migrateTwoApplications(product.create(), "shop_history", "bank_history");
	}

	@ParameterizedTest
	@EnumSource
	void applicationsWithVersionTablesOfTheirOwnShareTheHistory(Product product) throws Exception {
		migrateTwoApplications(product.create(), "migrate_history", "migrate_history");
	}

	private void migrateTwoApplications(TestDatabase database, String shopHistory, String bankHistory)
			throws Exception {
		TestApplication shop = application("shop", shopHistory, database);
		TestApplication bank = application("bank", bankHistory, database);
		List<Callable<Integer>> upgrades = new ArrayList<>(upgrades(shop, MIGRATORS / 2));
		upgrades.addAll(upgrades(bank, MIGRATORS / 2));

		assertThat(AtOnce.call(upgrades).stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);

		assertThat(database.texts("SELECT version_num FROM shop_version")).containsExactly("shop2");
		assertThat(database.texts("SELECT version_num FROM bank_version")).containsExactly("bank2");
		assertThat(database.texts("SELECT revision FROM " + shopHistory + " WHERE revision LIKE 'shop%' ORDER BY 1"))
			.containsExactly("shop1", "shop2");
		assertThat(database.texts("SELECT revision FROM " + bankHistory + " WHERE revision LIKE 'bank%' ORDER BY 1"))
			.containsExactly("bank1", "bank2");
	}

	private TestApplication application(String name, String historyTable, TestDatabase database) {
		return new TestApplication(this.folder.resolve(name), database.dataSource())
			.settings((settings) -> new RuntimeSettings(null, name + "_version", historyTable,
					settings.transactionMode(), Duration.ZERO, settings.lockTimeout()))
			.table(name + "1", "", name + "_one")
			.table(name + "2", name + "1", name + "_two");
	}

	@Test
	void fileOfH2ThatOtherProcessesMayOpenIsLockedForThem(@TempDir Path data) throws SQLException {
		TestDatabase database = new TestDatabase("jdbc:h2:file:" + data.resolve("test") + ";AUTO_SERVER=TRUE", "sa",
				"");
		TestApplication application = new TestApplication(this.folder, database.dataSource());
		application.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
				settings.transactionMode(), Duration.ZERO, Duration.ZERO));
		try (Connection other = database.connect(); Statement statement = other.createStatement()) {
			application.table("a1", "", "first").migrate().upgrade("head");
			other.setAutoCommit(false);
			statement.execute("SELECT id FROM migrate_lock FOR UPDATE");

			application.table("b1", "a1", "other");
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
				.withMessageContaining("The migration lock is still held after 0s by another process");
			other.rollback();
			assertThat(application.migrate().upgrade("head")).hasSize(1);
		}
	}

	@Test
	void readerOnSqliteWaitsForOneWhoWrites() throws Exception {
		TestDatabase plain = Product.SQLITE.create();
		TestDatabase database = new TestDatabase(plain.url() + "?busy_timeout=1", "", "");
		TestApplication application = new TestApplication(this.folder, database.dataSource()).table("a1", "", "first");
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (Connection other = database.connect(); Statement statement = other.createStatement()) {
			statement.execute("BEGIN EXCLUSIVE");
			Future<Integer> run = executor.submit(() -> application.migrate().upgrade("head").size());
			Thread.sleep(700);
			assertThat(run.isDone()).isFalse();
			statement.execute("COMMIT");
			assertThat(run.get()).isEqualTo(1);
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void lockOnH2DoesNotOutliveABrokenConnection() {
		TestDatabase database = Product.H2.create();
		TestApplication application = new TestApplication(this.folder, database.dataSource());
		application.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(),
				settings.transactionMode(), Duration.ZERO, Duration.ZERO));
		application.sql("a1", "", "-- migrate:upgrade\nSHUTDOWN;\nSELECT 1;\n");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.STEP_FAILED));

		application.table("a1", "", "first");
		assertThat(application.migrate().upgrade("head")).hasSize(1);
	}

}
