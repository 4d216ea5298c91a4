package dev.migrate.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.revision.RevisionException;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.RuntimeSettings;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Starts that leave the migration to somebody else.
 */
class TargetCheckTests {

	@TempDir
	private Path folder;

	private TestApplication application(TestDatabase database, Duration timeout) {
		return new TestApplication(this.folder, database.dataSource())
			.settings((settings) -> new RuntimeSettings(null, "migrate_version", "migrate_history",
					settings.transactionMode(), Duration.ofSeconds(5), timeout))
			.table("a1", "", "first")
			.table("b1", "a1", "other");
	}

	@ParameterizedTest
	@EnumSource
	void verifyOfADatabaseWithoutVersionTableFailsAndWritesNothing(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database, Duration.ofSeconds(5)).migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.verify("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.NOT_UP_TO_DATE))
			.withMessage(("The database has no version table yet and lacks 2 revisions up to 'head', the first is a1 "
					+ "(%s/a1.sql); run migrate upgrade head, or start with migrate.mode=upgrade")
				.formatted(this.folder));
		assertThat(database.tables()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void verifySaysWhereTheDatabaseStands(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database, Duration.ofSeconds(5)).migrate();
		migrate.upgrade("a1");

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.verify("head"))
			.withMessageStartingWith(
					"The database is at a1 and lacks 1 revision up to 'head', the first is b1 (%s/b1.sql);"
						.formatted(this.folder));
		assertThatNoException().isThrownBy(() -> migrate.verify("a1"));
		assertThat(database.tablesOfRevisions()).containsExactly("first");
	}

	@ParameterizedTest
	@EnumSource
	void databaseThatIsAheadIsFarEnough(Product product) {
		TestApplication application = application(product.create(), Duration.ofSeconds(5));
		application.table("c1", "b1", "third").migrate().upgrade("head");
		Migrate older = application.delete("c1.sql").migrate();

		assertThatNoException().isThrownBy(() -> older.verify("head"));
		assertThatNoException().isThrownBy(() -> older.await("head"));
	}

	@ParameterizedTest
	@EnumSource
	void waitEndsWhenAnotherHasMigrated(Product product) throws Exception {
		TestDatabase database = product.create();
		Migrate waiting = application(database, Duration.ofSeconds(30)).migrate();
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			Future<?> start = executor.submit(() -> waiting.await("head"));
			Thread.sleep(400);
			assertThat(start.isDone()).isFalse();
			Migrate other = application(database, Duration.ofSeconds(30)).migrate();
			other.upgrade("a1");
			Thread.sleep(400);
			assertThat(start.isDone()).isFalse();
			other.upgrade("head");
			start.get();
		}
		finally {
			executor.shutdownNow();
		}
	}

	@ParameterizedTest
	@EnumSource
	void waitIsBoundedAndSaysWhereTheDatabaseStands(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database, Duration.ofSeconds(1)).migrate();
		long start = System.nanoTime();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.await("head"))
			.withMessage(
					("Nobody has migrated the database within 1s: it has no version table yet and lacks 2 revisions "
							+ "up to 'head', the first is a1 (%s/a1.sql); look after the job or instance that runs migrate "
							+ "upgrade, then start again; migrate.lock.timeout sets the wait")
						.formatted(this.folder));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void whatNoMigrationWouldSettleIsNotWaitedFor() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database, Duration.ofMinutes(5));
		application.migrate().upgrade("head");
		application.table("b1", "a1", "changed");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().await("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.CHANGED_CHECKSUM));
		application.delete("b1.sql");
		database.jdbc().sql("UPDATE migrate_version SET version_num = 'foreign'").update();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().await("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.UNKNOWN_REVISION));
		application.table("c1", "a1", "c").table("c2", "a1", "c");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().verify("head"));
		database.jdbc().sql("UPDATE migrate_version SET version_num = 'a1'").update();
		assertThatExceptionOfType(RevisionException.class).isThrownBy(() -> application.migrate().await("head"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(RevisionException.Kind.MULTIPLE_HEADS));
	}

}
