package dev.migrate.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.runtime.LockMode;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.testsupport.DisturbedDataSource;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * With a lock of the transaction another migrator may come in between the plan and its
 * first step.
 */
class TransactionLockTests {

	private static final String LOCK = "pg_try_advisory_xact_lock";

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.POSTGRESQL.create();

	private TestApplication application(DataSource dataSource, TransactionMode mode) {
		return application(this.folder, dataSource, mode);
	}

	private static TestApplication application(Path folder, DataSource dataSource, TransactionMode mode) {
		return new TestApplication(folder, dataSource)
			.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(), mode,
					settings.connectTimeout(), settings.lockTimeout())
				.withSession(
						new SessionSettings(LockMode.TRANSACTION, SessionSettings.DEFAULTS.ddlLockTimeout(), 1, null)))
			.table("a1", "", "first")
			.table("b1", "a1", "second")
			.table("c1", "b1", "third");
	}

	@Test
	void planIsGoneOnWithBehindTheStepsOfAnother() {
		upgradeBehindAnother(TransactionMode.PER_REVISION);
	}

	@Test
	void planOfOneTransactionIsGoneOnWithBehindTheStepsOfAnother() {
		upgradeBehindAnother(TransactionMode.SINGLE);
	}

	/** The other one is a newer build, behind which this one has nothing to do. */
	@ParameterizedTest
	@EnumSource
	void planIsMadeAnewIfAnotherHasLeftIt(TransactionMode mode, @TempDir Path newer) {
		Migrate other = application(newer, this.database.dataSource(), mode).table("d1", "c1", "fourth").migrate();
		DataSource disturbed = new DisturbedDataSource(this.database.dataSource(), LOCK, 2,
				() -> other.upgrade("head"));

		assertThat(application(disturbed, mode).migrate().upgrade("head")).isEmpty();

		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly("d1");
	}

	/** While it waits for another try nobody has the lock. */
	@ParameterizedTest
	@EnumSource
	void planIsMadeAnewIfAnotherHasLeftItBetweenTwoTries(TransactionMode mode, @TempDir Path newer) {
		Migrate other = application(newer, this.database.dataSource(), mode).table("d1", "c1", "fourth").migrate();
		DataSource locked = new DisturbedDataSource(this.database.dataSource(), "CREATE TABLE first", 1, () -> {
			throw new SQLException("canceling statement due to lock timeout", "55P03");
		});
		DataSource disturbed = new DisturbedDataSource(locked, LOCK, 3, () -> other.upgrade("head"));

		assertThat(application(disturbed, mode).migrate().upgrade("head")).isEmpty();

		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly("d1");
	}

	@Test
	void planOfWhichAStepWasExecutedIsNotMadeAnew(@TempDir Path newer) {
		TransactionMode mode = TransactionMode.PER_REVISION;
		Migrate other = application(newer, this.database.dataSource(), mode).table("d1", "c1", "fourth").migrate();
		DataSource disturbed = new DisturbedDataSource(this.database.dataSource(), LOCK, 3,
				() -> other.upgrade("head"));

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> application(disturbed, mode).migrate().upgrade("+2"))
			.withMessageContaining("[d1] while this run waited, which is no part of its plan")
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.CONCURRENT_CHANGE));
	}

	/** Another application has a version table of its own, and so another lock. */
	@ParameterizedTest
	@EnumSource
	void historyThatAnotherApplicationCreatesMeanwhileIsShared(LockMode lockMode, @TempDir Path others) {
		UnaryOperator<RuntimeSettings> mode = (settings) -> settings
			.withSession(new SessionSettings(lockMode, SessionSettings.DEFAULTS.ddlLockTimeout(), 1, null));
		Migrate other = new TestApplication(others, this.database.dataSource())
			.settings((settings) -> mode.apply(new RuntimeSettings(null, "other_version", settings.historyTable(),
					settings.transactionMode(), settings.connectTimeout(), settings.lockTimeout())))
			.table("o1", "", "others")
			.migrate();
		DataSource disturbed = new DisturbedDataSource(this.database.dataSource(), "migrate_history (", 1,
				() -> other.upgrade("head"));

		new TestApplication(this.folder, disturbed).settings(mode).table("a1", "", "first").migrate().upgrade("head");

		assertThat(this.database.texts("SELECT revision FROM migrate_history ORDER BY id")).containsExactly("o1", "a1");
		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly("a1");
	}

	private void upgradeBehindAnother(TransactionMode mode) {
		Migrate other = application(this.database.dataSource(), mode).migrate();
		// The first lock is that for the tables, the second one that of the first step
		DataSource disturbed = new DisturbedDataSource(this.database.dataSource(), LOCK, 2, () -> other.upgrade("a1"));

		assertThat(application(disturbed, mode).migrate().upgrade("head")).extracting((step) -> step.revision().id())
			.containsExactly("b1", "c1");

		assertThat(this.database.texts("SELECT revision FROM migrate_history ORDER BY id")).containsExactly("a1", "b1",
				"c1");
		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly("c1");
	}

}
