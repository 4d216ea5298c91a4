package dev.migrate.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.migrate.command.lossy.R1_AddCarts;
import dev.migrate.runtime.ChangedRevision;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a protected database does not let happen without its name.
 */
class ProtectionTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	@TempDir
	private Path folder;

	private TestApplication application(TestDatabase database) {
		return new TestApplication(this.folder, database.dataSource());
	}

	private static String name(TestDatabase database) {
		String url = database.url().replaceAll(";.*", "");
		return url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf(':')) + 1);
	}

	@ParameterizedTest
	@EnumSource
	void downgradeSaysWhatWouldBeLostAndExecutesNothing(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).table("a1", "", "first").sql("b1", "a1", """
				-- migrate:upgrade
				ALTER TABLE first ADD COLUMN phone varchar(20);

				-- migrate:downgrade
				DROP TABLE missing;
				ALTER TABLE first DROP COLUMN phone;
				""").migrate().protect();
		migrate.upgrade("head");
		database.jdbc().sql("INSERT INTO first (id, phone) VALUES (1, '1'), (2, NULL), (3, '3')").update();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgrade("base"))
			.satisfies((ex) -> assertThat(ex.getKind()).isEqualTo(Kind.PROTECTED))
			.withMessage(("The database '%1$s' is protected, and migrate downgrade would lose column first.phone (2 "
					+ "values), table first (3 rows); nothing was executed; if it is meant, add --confirm %1$s")
				.formatted(name(database)));
		assertThat(database.texts(ROWS)).containsExactly("b1");
		assertThat(database.texts("SELECT phone FROM first WHERE id = 3")).containsExactly("3");
	}

	@ParameterizedTest
	@EnumSource
	void revisionsInJavaTellByTheirOperations(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).packages(R1_AddCarts.class.getPackageName()).migrate().protect();
		migrate.upgrade("head");

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgrade("base"))
			.withMessageContaining("would lose whatever revision read does, which only its execution shows, column "
					+ "carts.size (2 values), rows of carts (at most 3 rows), table carts (3 rows), table Old Carts (0 "
					+ "rows); nothing was executed");
		assertThat(database.texts(ROWS)).containsExactly("read");
		assertThat(database.texts("SELECT count(*) FROM carts")).containsExactly("3");
	}

	@ParameterizedTest
	@EnumSource
	void nameOfTheDatabaseConfirms(Product product) {
		TestDatabase database = product.create();
		Migrate migrate = application(database).table("a1", "", "first").migrate().protect();
		migrate.upgrade("head");

		migrate.confirmedBy(Confirmation.of(name(database))).downgrade("base");

		assertThat(database.tablesOfRevisions()).isEmpty();
	}

	@Test
	void anotherNameDoesNotConfirm() {
		TestDatabase database = Product.H2.create();
		Migrate migrate = application(database).sql("a1", "", "-- migrate:upgrade\n\n-- migrate:downgrade\n")
			.migrate()
			.protect();
		migrate.upgrade("head");

		assertThatExceptionOfType(MigrationException.class)
			.isThrownBy(() -> migrate.confirmedBy(Confirmation.of("100%s")).downgrade("base"))
			.withMessageStartingWith(
					("The database '%s' is protected and not confirmed by '100%%s', and migrate downgrade "
							+ "would, as far as can be told, lose no data;")
						.formatted(name(database)));
		assertThat(database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void downgradeWithNothingToDoAsksForNothing() {
		Migrate migrate = application(Product.H2.create()).table("a1", "", "first").migrate().protect();
		migrate.upgrade("head");

		assertThat(migrate.downgrade("head")).isEmpty();
	}

	@Test
	void whatWasNotConfirmedIsNotExecuted() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.migrate().upgrade("a1");
		Migrate migrate = application.migrate().protect().confirmedBy((action) -> {
			application.migrate().upgrade("head");
			return action.database();
		});

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgrade("base"))
			.withMessage(
					"The database was migrated by someone else while the downgrade was being confirmed; nothing was "
							+ "executed; start again");
		assertThat(database.texts(ROWS)).containsExactly("b1");
	}

	@Test
	void stampNeedsTheNameOnlyToPurge() {
		TestDatabase database = Product.H2.create();
		Migrate migrate = application(database).table("a1", "", "first").table("b1", "a1", "other").migrate().protect();

		migrate.stamp(List.of("b1"), false);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.stamp(List.of("a1"), true))
			.withMessageContaining("is protected, and migrate stamp --purge would lose version row b1; nothing was");
		assertThat(database.texts(ROWS)).containsExactly("b1");
		migrate.confirmedBy(Confirmation.of(name(database))).stamp(List.of("a1"), true);
		assertThat(database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void repairNeedsTheName() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database).table("a1", "", "first");
		application.migrate().upgrade("head");
		Migrate migrate = application.table("a1", "", "renamed").migrate().protect();
		List<ChangedRevision> changed = migrate.changedRevisions(List.of());

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.repair(changed))
			.withMessageContaining("is protected, and migrate repair would lose the proof that revision a1 is what was "
					+ "applied; nothing was executed");
		List<DestructiveAction> asked = new ArrayList<>();
		migrate.confirmedBy((action) -> {
			asked.add(action);
			return action.database();
		}).repair(changed);
		assertThat(asked).extracting(DestructiveAction::command).containsExactly("migrate repair");
		assertThat(migrate.changed()).isEmpty();
	}

	@Test
	void downgradeFromHistoryNeedsTheName() {
		TestDatabase database = Product.H2.create();
		TestApplication application = application(database).table("a1", "", "first").table("b1", "a1", "other");
		application.migrate().upgrade("head");
		Migrate migrate = application.delete("b1.sql").migrate().protect();

		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate.downgrade("head", true))
			.withMessageContaining("would lose table other (0 rows);");
		migrate.confirmedBy(Confirmation.of(name(database))).downgrade("head", true);
		assertThat(database.tablesOfRevisions()).containsExactly("first");
	}

}
