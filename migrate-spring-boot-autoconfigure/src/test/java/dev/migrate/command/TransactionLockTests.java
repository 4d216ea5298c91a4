package dev.migrate.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import dev.migrate.runtime.LockMode;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.TransactionMode;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a lock of the transaction another migrator may come in between the plan and its
 * first step.
 */
class TransactionLockTests {

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.POSTGRESQL.create();

	private TestApplication application(DataSource dataSource, TransactionMode mode) {
		return new TestApplication(this.folder, dataSource)
			.settings((settings) -> new RuntimeSettings(null, settings.versionTable(), settings.historyTable(), mode,
					settings.connectTimeout(), settings.lockTimeout())
				.withSession(
						new SessionSettings(LockMode.TRANSACTION, SessionSettings.DEFAULTS.ddlLockTimeout(), 0, null)))
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

	private void upgradeBehindAnother(TransactionMode mode) {
		Migrate other = application(this.database.dataSource(), mode).migrate();
		// The first lock is that for the tables, the second one that of the first step
		DataSource disturbed = new DisturbedDataSource(this.database.dataSource(), 2, () -> other.upgrade("a1"));

		assertThat(application(disturbed, mode).migrate().upgrade("head")).extracting((step) -> step.revision().id())
			.containsExactly("b1", "c1");

		assertThat(this.database.texts("SELECT revision FROM migrate_history ORDER BY id")).containsExactly("a1", "b1",
				"c1");
		assertThat(this.database.texts("SELECT version_num FROM migrate_version")).containsExactly("c1");
	}

	/**
	 * Lets something happen right before the lock is asked for.
	 */
	private static final class DisturbedDataSource extends DelegatingDataSource {

		private final AtomicInteger locks = new AtomicInteger();

		private final int place;

		private final Runnable disturbance;

		DisturbedDataSource(DataSource target, int place, Runnable disturbance) {
			super(target);
			this.place = place;
			this.disturbance = disturbance;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return watch(Connection.class, super.getConnection());
		}

		private <T> T watch(Class<T> type, T target) {
			return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> {
						if (arguments != null && String.valueOf(arguments[0]).contains("pg_try_advisory_xact_lock")
								&& this.locks.incrementAndGet() == this.place) {
							this.disturbance.run();
						}
						try {
							Object result = method.invoke(target, arguments);
							return method.getName().equals("createStatement")
									? watch(Statement.class, (Statement) result) : result;
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					}));
		}

	}

}
