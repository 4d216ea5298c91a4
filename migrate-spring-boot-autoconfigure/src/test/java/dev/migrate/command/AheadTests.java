package dev.migrate.command;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.command.revisions.R1_CreatePeople;
import dev.migrate.revision.Step;
import dev.migrate.runtime.DatabaseStatus;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An older build meets a database that a newer one has migrated.
 */
class AheadTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	@TempDir
	private Path folder;

	private TestApplication application(TestDatabase database) {
		return new TestApplication(this.folder, database.dataSource());
	}

	/** The database has all five revisions, the build only the first. */
	private TestApplication olderBuild(TestDatabase database) {
		TestApplication application = application(database).table("a1", "", "first")
			.table("b1", "a1", "other")
			.table("c1", "a1", "third")
			.sql("d1", "b1, c1", "-- migrate:upgrade\n\n-- migrate:downgrade\n")
			.table("e1", "d1", "fifth");
		application.migrate().upgrade("head");
		return application.delete("b1.sql").delete("c1.sql").delete("d1.sql").delete("e1.sql");
	}

	private static List<String> ids(List<Step> steps) {
		return steps.stream().map((step) -> step.revision().id()).toList();
	}

	@ParameterizedTest
	@EnumSource
	void databaseWithAMergeInItsNewerPartIsAhead(Product product) {
		TestDatabase database = product.create();
		Migrate older = olderBuild(database).migrate();

		assertThat(older.upgrade("head")).isEmpty();
		assertThat(older.status().status()).isEqualTo(DatabaseStatus.AHEAD);
		assertThat(older.status().pending()).isEmpty();
		assertThat(older.status().current()).containsExactly("e1");
	}

	@ParameterizedTest
	@EnumSource
	void downgradeFromHistoryTakesBackWhatOnlyTheHistoryKnows(Product product) {
		TestDatabase database = product.create();
		Migrate older = olderBuild(database).migrate();

		List<Step> steps = older.downgrade("head", true);

		assertThat(ids(steps)).startsWith("e1", "d1").hasSize(4).contains("b1", "c1");
		assertThat(database.texts(ROWS)).containsExactly("a1");
		assertThat(database.tablesOfRevisions()).containsExactly("first");
		assertThat(older.status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
	}

	@ParameterizedTest
	@EnumSource
	void downgradeFromHistoryGoesOnWithTheFilesOfTheBuild(Product product) {
		TestDatabase database = product.create();
		Migrate older = olderBuild(database).migrate();

		older.downgrade("-1", true);
		assertThat(database.texts(ROWS)).containsExactly("d1");
		older.downgrade("base", true);

		assertThat(database.texts(ROWS)).isEmpty();
		assertThat(database.tablesOfRevisions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void revisionOfHistoryInJavaIsTakenBackBySql(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.migrate().upgrade("head");
		// What a newer build in Java leaves: the checksum of operations, statements as
		// its dialect writes them
		application.table("b1", "a1", "other").migrate().upgrade("head");
		database.jdbc()
			.sql("UPDATE migrate_history SET checksum = 'ops:1:0', downgrade_sql = ? WHERE revision = 'b1'")
			.param("-- migrate:downgrade transaction=false\nDROP TABLE other;\n")
			.update();
		application.delete("b1.sql");

		assertThat(ids(application.migrate().downgrade("a1", true))).containsExactly("b1");
		assertThat(database.tablesOfRevisions()).containsExactly("first");
	}

	@ParameterizedTest
	@EnumSource
	void revisionWithoutStoredDowngradeIsRefusedBeforeAnythingIsExecuted(Product product) {
		TestDatabase database = product.create();
		Migrate older = olderBuild(database).migrate();
		database.jdbc().sql("UPDATE migrate_history SET downgrade_sql = NULL WHERE revision = 'b1'").update();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> older.downgrade("head", true))
			.withMessage("Revision b1 (Message of b1) has no downgrade in the history; take it back by the build that "
					+ "has this revision; nothing was executed");
		assertThat(database.texts(ROWS)).containsExactly("e1");
		assertThat(database.tablesOfRevisions()).containsExactly("fifth", "first", "other", "third");
		assertThat(ids(older.downgrade("d1", true))).containsExactly("e1");
	}

	@ParameterizedTest
	@EnumSource
	void downgradeWithoutTheOptionSaysThatItExists(Product product) {
		TestDatabase database = product.create();
		Migrate older = olderBuild(database).migrate();

		for (String target : List.of("head", "-1", "base")) {
			assertThatExceptionOfType(MigrationException.class).as(target)
				.isThrownBy(() -> older.downgrade(target))
				.withMessage("The database is ahead of this build, which lacks revision e1; add --from-history to take "
						+ "it back as the history says, or use the build that has the revision");
		}
		assertThat(database.texts(ROWS)).containsExactly("e1");
	}

	@Test
	void stampWithoutPurgeSaysThatTheOptionExists() {
		TestDatabase database = Product.H2.create();
		Migrate older = olderBuild(database).migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> older.stamp(List.of("base"), false))
			.withMessage("The database is ahead of this build, which lacks revision e1; add --purge to replace all "
					+ "version rows, or use the build that has the revision");
		older.stamp(List.of("a1"), true);
		assertThat(database.texts(ROWS)).containsExactly("a1");
	}

	@ParameterizedTest
	@EnumSource
	void revisionThatOnlyADependencyOfANewerOneLeadsToIsApplied(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first").table("x1", "", "other");
		application.migrate().upgrade("heads");
		application
			.file("b1.sql",
					TestApplication.header("b1", "a1").replace("-- create", "-- depends_on: x1\n-- create")
							+ "-- migrate:upgrade\n\n-- migrate:downgrade\n")
			.migrate()
			.upgrade("b1");
		assertThat(database.texts(ROWS)).containsExactly("b1");
		Migrate older = application.delete("b1.sql").migrate();

		assertThat(older.upgrade("heads")).isEmpty();
		assertThat(older.status().status()).isEqualTo(DatabaseStatus.AHEAD);
		assertThat(older.status().pending()).isEmpty();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> older.downgrade("a1", true))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.UNSUPPORTED))
			.withMessage("Revision x1 is applied because a revision of a newer build depends on it, and the history "
					+ "does not tell which; take it back by the build that has this revision; nothing was executed");
	}

	@Test
	void parentThatHistoryDoesNotTellOfIsRefused() {
		TestDatabase database = Product.H2.create();
		Migrate older = olderBuild(database).migrate();
		database.jdbc().sql("DELETE FROM migrate_history WHERE revision = 'b1'").update();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> older.downgrade("head", true))
			.withMessageStartingWith("The history does not tell what revision b1 is;");
	}

	@Test
	void downgradeFromHistoryOfADatabaseThatIsNotAheadIsADowngrade() {
		TestDatabase database = Product.H2.create();
		Migrate migrate = application(database).packages(R1_CreatePeople.class.getPackageName()).migrate();
		migrate.upgrade("head");

		migrate.downgrade("base", true);

		assertThat(database.tablesOfRevisions()).isEmpty();
	}

}
