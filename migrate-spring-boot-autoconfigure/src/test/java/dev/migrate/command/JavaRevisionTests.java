package dev.migrate.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.command.dependent.R1_AsksForABean;
import dev.migrate.command.revisions.R1_CreatePeople;
import dev.migrate.revision.Direction;
import dev.migrate.runtime.MigrationException;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Revisions written in Java, on each product.
 */
class JavaRevisionTests {

	@TempDir
	private Path folder;

	private TestApplication application(TestDatabase database) {
		return new TestApplication(this.folder, database.dataSource()).packages(R1_CreatePeople.class.getPackageName());
	}

	@ParameterizedTest
	@EnumSource
	void operationsAreExecutedInTheOrderOfTheirCalls(Product product) {
		TestDatabase database = product.create();
		application(database).migrate().upgrade("head");

		assertThat(database.texts("SELECT name FROM teams ORDER BY id")).containsExactly("it's \\ red", "blue");
		assertThat(database.texts("SELECT name || ' ' || nickname || ' ' || active FROM people"))
			.containsExactly("Ann ? Lee annie " + switch (product) {
				case POSTGRESQL -> "true";
				case H2 -> "TRUE";
				case SQLITE -> "1";
			});
	}

	@ParameterizedTest
	@EnumSource
	void historyHasChecksumAndDowngradeOfWhatCanBeWrittenOffline(Product product) {
		TestDatabase database = product.create();
		application(database).migrate().upgrade("head");

		assertThat(database.texts("SELECT downgrade_sql FROM migrate_history WHERE revision = 'people'"))
			.containsExactly("-- migrate:downgrade\nDROP TABLE people;\nDROP TABLE teams;\n");
		assertThat(database.texts("SELECT checksum FROM migrate_history WHERE revision = 'people'"))
			.allMatch((checksum) -> checksum.startsWith("ops:1:"));
		assertThat(database.texts("SELECT coalesce(checksum, 'none') FROM migrate_history WHERE revision = 'fill'"))
			.containsExactly("none");
	}

	@ParameterizedTest
	@EnumSource
	void downgradeGivesBackTheEmptySchema(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).migrate();
		migrate.upgrade("head");
		migrate.downgrade("base");

		assertThat(database.tables()).containsExactly("migrate_history", "migrate_version");
	}

	@ParameterizedTest
	@EnumSource
	void revisionThatReadsTheDatabaseCannotBeWrittenAndNamesTheLine(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).migrate();

		assertThat(migrate.sql("people", Direction.DOWNGRADE))
			.isEqualTo(List.of("DROP TABLE people", "DROP TABLE teams"));
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.sql("fill", Direction.UPGRADE))
			.withMessageContaining("R2_FillPeople) cannot be written as SQL at line 24: op.jdbc() needs a database");
		assertThat(database.tables()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void constructorMayAskForBeans(Product product) {
		TestDatabase database = product.create();
		Clock clock = Clock.fixed(Instant.parse("2026-11-20T10:30:00Z"), ZoneOffset.UTC);
		new TestApplication(this.folder, database.dataSource()).packages(R1_AsksForABean.class.getPackageName())
			.factory((type) -> new R1_AsksForABean(clock))
			.migrate()
			.upgrade("head");

		assertThat(database.texts("SELECT moment FROM moments")).containsExactly("2026-11-20T10:30:00Z");
		assertThat(database.texts("SELECT coalesce(downgrade_sql, 'none') FROM migrate_history"))
			.containsExactly("none");
	}

	@ParameterizedTest
	@EnumSource
	void operationCalledByAnotherThreadFailsTheRevision(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = migrate(database, (op) -> {
			op.createTable("numbers", column("id", integer()));
			Thread thread = new Thread(() -> op.execute("INSERT INTO numbers VALUES (1)"), "helper");
			thread.setUncaughtExceptionHandler((helper, ex) -> {
			});
			thread.start();
			thread.join();
		});

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("Thread 'helper' called op, which serves only the thread of the revision");
		assertThat(database.texts("SELECT version_num FROM migrate_version")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void operationCalledAfterTheRevisionIsRefused(Product product) {
		TestDatabase database = product.create();
		List<Operations> kept = new ArrayList<>();
		migrate(database, kept::add).upgrade("head");

		Operations op = kept.get(0);
		assertThatIllegalStateException().isThrownBy(() -> op.dropTable("migrate_version"))
			.withMessage("The revision has ended, op can no longer be called");
		assertThatIllegalStateException().isThrownBy(op.inspect()::tables);
		assertThatIllegalStateException().isThrownBy(op::jdbc);
	}

	@ParameterizedTest
	@ValueSource(strings = { "COMMIT", "/* now */ rollback", "BEGIN", "PREPARE TRANSACTION 'x'" })
	void endOfTheTransactionIsRefused(String sql) {
		TestDatabase database = Product.POSTGRESQL.create();
		Migrate migrate = migrate(database, (op) -> {
			op.createTable("numbers", column("id", integer()));
			op.execute(sql);
		});

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.upgrade("head"))
			.withMessageContaining("would end the transaction of the revision");
		assertThat(database.texts("SELECT to_regclass('numbers')::text")).containsOnlyNulls();
	}

	private Migrate migrate(TestDatabase database, Body upgrade) {
		return new TestApplication(this.folder, database.dataSource()).packages(R1_AsksForABean.class.getPackageName())
			.factory((type) -> new Migration() {

				@Override
				public void upgrade(Operations op) throws Exception {
					upgrade.run(op);
				}

				@Override
				public void downgrade(Operations op) {
				}

			})
			.migrate();
	}

	private interface Body {

		void run(Operations op) throws Exception;

	}

}
