package dev.migrate.command;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.command.revisions.R1_CreatePeople;
import dev.migrate.runtime.ChangedRevision;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Accepting files that were changed after they were applied.
 */
class RepairTests {

	private static final String HISTORY = "SELECT revision || ' ' || direction || ' ' || substr(checksum, 1, 6) "
			+ "FROM migrate_history ORDER BY id";

	@TempDir
	private Path folder;

	private TestApplication application(TestDatabase database) {
		return new TestApplication(this.folder, database.dataSource());
	}

	@ParameterizedTest
	@EnumSource
	void changedFileIsAcceptedByAFurtherEntryOfTheHistory(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.migrate().upgrade("head");
		application.table("a1", "", "renamed");
		Migrate migrate = application.migrate();

		List<ChangedRevision> changed = migrate.changedRevisions(List.of());
		assertThat(changed).singleElement().satisfies((revision) -> {
			assertThat(revision.revision().id()).isEqualTo("a1");
			assertThat(revision.recordedChecksum()).startsWith("sql:1:").isNotEqualTo(revision.presentChecksum());
			assertThat(revision.recordedDowngrade()).isEqualTo("-- migrate:downgrade\nDROP TABLE first;\n");
			assertThat(revision.presentDowngrade()).isEqualTo("-- migrate:downgrade\nDROP TABLE renamed;\n");
		});
		migrate.repair(changed);

		assertThat(database.texts(HISTORY)).containsExactly("a1 upgrade sql:1:", "b1 upgrade sql:1:",
				"a1 stamp sql:1:");
		assertThat(database.texts("SELECT version_num FROM migrate_version")).containsExactly("b1");
		assertThat(migrate.upgrade("head")).isEmpty();
		assertThat(migrate.changed()).isEmpty();
		assertThat(migrate.changedRevisions(List.of())).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void checksumOfALaterUpgradeCountsMoreThanThatOfARepair(Product product) {
		TestDatabase database = product.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.migrate().upgrade("head");
		application.table("a1", "", "renamed");
		Migrate migrate = application.migrate();
		migrate.repair(migrate.changedRevisions(List.of("a1")));
		database.jdbc().sql("ALTER TABLE first RENAME TO renamed").update();

		migrate.downgrade("base");
		application.table("a1", "", "third").migrate().upgrade("head");

		assertThat(application.migrate().changedRevisions(List.of())).isEmpty();
		assertThat(database.tablesOfRevisions()).containsExactly("third");
	}

	@ParameterizedTest
	@EnumSource
	void changedRevisionInJavaIsAccepted(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).packages(R1_CreatePeople.class.getPackageName()).migrate();
		migrate.upgrade("head");
		database.jdbc().sql("UPDATE migrate_history SET checksum = 'ops:1:0' WHERE checksum LIKE 'ops:%'").update();

		List<ChangedRevision> changed = migrate.changedRevisions(List.of());
		assertThat(changed).isNotEmpty()
			.allSatisfy((revision) -> assertThat(revision.recordedChecksum()).isEqualTo("ops:1:0"));
		assertThat(changed).extracting((revision) -> revision.revision().id())
			.isEqualTo(migrate.changed().stream().map((revision) -> revision.id()).toList());
		migrate.repair(changed);

		assertThat(migrate.changedRevisions(List.of())).isEmpty();
		assertThat(migrate.changed()).isEmpty();
	}

	@Test
	void acceptedRevisionOfANewerBuildIsTakenBackAsItIsNow() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.migrate().upgrade("head");
		application.sql("b1", "a1",
				"-- migrate:upgrade\n\n-- migrate:downgrade\nDROP TABLE other;\nDROP TABLE first;\n");
		Migrate migrate = application.migrate();
		migrate.repair(migrate.changedRevisions(List.of()));

		application.delete("b1.sql").migrate().downgrade("head", true);

		assertThat(database.tablesOfRevisions()).isEmpty();
	}

	@Test
	void revisionThatIsNotAppliedNeedsNoRepair() {
		Migrate migrate = application(Product.H2.create()).table("a1", "", "first").migrate();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.changedRevisions(List.of("a1")))
			.withMessage("Revision a1 (%s/a1.sql) is not applied, a change of its file needs no repair; run migrate "
				.formatted(this.folder) + "status for the revisions that were changed");
	}

	@Test
	void whatWasNotLookedAtIsNotAccepted() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.migrate().upgrade("head");
		application.table("a1", "", "renamed");
		List<ChangedRevision> changed = application.migrate().changedRevisions(List.of());
		application.table("a1", "", "third");

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> application.migrate().repair(changed))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.CONCURRENT_CHANGE))
			.withMessage(
					"Files or history were changed by someone else while the repair was being prepared; nothing was "
							+ "accepted: look again by migrate repair --dry-run");
		assertThat(database.texts(HISTORY)).containsExactly("a1 upgrade sql:1:");
	}

	@Test
	void revisionThatThisBuildDoesNotKnowIsNamed() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.migrate().upgrade("head");
		application.delete("a1.sql").table("b1", "", "other");

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> application.migrate().changedRevisions(List.of()))
			.withMessageStartingWith("The database is at revision a1, which this build does not know;");
	}

}
