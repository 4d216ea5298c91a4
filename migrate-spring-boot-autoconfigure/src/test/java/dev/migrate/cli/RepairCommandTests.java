package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator sees when files and database have gone apart.
 */
class RepairCommandTests {

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.H2.create();

	private RecordingTerminal terminal = new RecordingTerminal();

	private TestApplication application;

	private int code;

	@BeforeEach
	void migrate() {
		this.application = new TestApplication(this.folder, this.database.dataSource()).table("aaaa1111", "", "users")
			.table("bbbb2222", "aaaa1111", "orders");
		run("upgrade", "head");
	}

	private String run(String... arguments) {
		this.terminal = new RecordingTerminal();
		this.code = new MigrateCommandLine(this.application::migrate, List::of, this.terminal).run(List.of(arguments));
		return this.terminal.written();
	}

	@Test
	void nothingToRepairIsDone() {
		assertThat(run("repair")).isEqualTo("No applied revision was changed.\n");
		assertThat(this.code).isZero();
	}

	@Test
	void changeIsShownAndAccepted() {
		this.application.table("bbbb2222", "aaaa1111", "carts");

		assertThat(run("repair")).matches("""
				Rev: bbbb2222
				Path: .*/bbbb2222.sql
				Recorded: sql:1:[0-9a-f]{64}
				Present: sql:1:[0-9a-f]{64}
				Applied: \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z by SA
				Downgrade:
				      -- migrate:downgrade
				    - DROP TABLE orders;
				    \\+ DROP TABLE carts;

				""");
		assertThat(this.code).isZero();
		assertThat(run("repair")).isEqualTo("No applied revision was changed.\n");
		assertThat(run("upgrade")).isEmpty();
		assertThat(this.code).isZero();
	}

	@Test
	void dryRunShowsOnly() {
		this.application.table("bbbb2222", "aaaa1111", "carts").table("aaaa1111", "", "people");

		assertThat(run("repair", "--dry-run", "bbbb")).contains("Rev: bbbb2222\n").doesNotContain("aaaa1111");
		assertThat(this.code).isZero();
		assertThat(run("repair", "--dry-run")).contains("Rev: aaaa1111\n").contains("Rev: bbbb2222\n");
	}

	@Test
	void downgradeThatIsNotTheReasonIsTheSame() {
		this.application.sql("bbbb2222", "aaaa1111",
				"-- migrate:upgrade\nSELECT 1;\n\n-- migrate:downgrade\nDROP TABLE orders;\n");

		assertThat(run("repair", "bbbb2222")).contains("\nDowngrade: the same\n");
	}

	@Test
	void downgradeThatOnlyOneHasIsNotCompared() {
		this.application.sql("bbbb2222", "aaaa1111", "-- migrate:upgrade\nSELECT 1;\n");

		assertThat(run("repair", "bbbb2222"))
			.contains("\nDowngrade: not compared, the file has none that stands alone\n");
	}

	@Test
	void repairOfAnUnknownRevisionIsRefused() {
		run("repair", "nope");

		assertThat(this.code).isOne();
		assertThat(this.terminal.errors()).startsWith("migrate: Can't locate revision 'nope'; ");
	}

	@Test
	void downgradeFromHistoryLeadsBackToTheHeadOfThisBuild() {
		this.application.delete("bbbb2222.sql");

		run("downgrade");
		assertThat(this.code).isOne();
		assertThat(this.terminal.errors())
			.isEqualTo("migrate: The database is ahead of this build, which lacks revision "
					+ "bbbb2222; add --from-history to take it back as the history says, or use the build that has the "
					+ "revision\n");
		run("downgrade", "head", "--from-history");
		assertThat(this.code).isZero();
		assertThat(run("current")).isEqualTo("aaaa1111 (head)\n");
		assertThat(this.database.tablesOfRevisions()).containsExactly("users");
	}

	@Test
	void downgradeFromHistoryIsNotWrittenAsSql() {
		run("downgrade", "bbbb:aaaa", "--from-history", "--sql");

		assertThat(this.code).isEqualTo(2);
		assertThat(this.terminal.errors())
			.isEqualTo("migrate: --from-history does not go with --sql; the history is in "
					+ "the database, which --sql does not ask\n");
	}

}
