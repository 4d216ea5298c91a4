package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.command.Migrate;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator sees of a revision that stopped half-way.
 */
class ResolveCommandTests {

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.H2.create();

	private RecordingTerminal terminal = new RecordingTerminal();

	private TestApplication application;

	private boolean protectedDatabase;

	private int code;

	@BeforeEach
	void stopHalfWay() {
		this.application = new TestApplication(this.folder, this.database.dataSource()).sql("aaaa1111", "", """
				-- migrate:upgrade
				CREATE TABLE users (id int);
				INSERT INTO missing VALUES (1);

				-- migrate:downgrade
				DROP TABLE users;
				""");
		run("upgrade");
		assertThat(this.code).isOne();
	}

	private Migrate migrate() {
		Migrate migrate = this.application.migrate();
		return this.protectedDatabase ? migrate.protect() : migrate;
	}

	private String run(String... arguments) {
		this.terminal = new RecordingTerminal();
		this.code = new MigrateCommandLine(this::migrate, List::of, this.terminal).run(List.of(arguments));
		return this.terminal.written();
	}

	@Test
	void statusSaysWhatIsHalfDone() {
		assertThat(run("status")).contains("""
				Status: INCOMPLETE
				Revision aaaa1111 is half done: its upgrade was interrupted after 1 statements
				    CREATE TABLE users (id int)
				Current: <base>
				""");
		assertThat(run("status", "--json")).contains("\"status\":\"INCOMPLETE\"",
				"\"halfDone\":{\"revision\":\"aaaa1111\",\"direction\":\"upgrade\","
						+ "\"executed\":[\"CREATE TABLE users (id int)\"]}");
		assertThat(this.code).isZero();
	}

	@Test
	void doneRecordsTheRevision() {
		assertThat(run("resolve", "--done")).isEmpty();
		assertThat(this.code).isZero();
		assertThat(run("current")).isEqualTo("aaaa1111 (head)\n");
		assertThat(run("status")).contains("Status: UP_TO_DATE\n");
	}

	@Test
	void undoByHandForgetsIt() {
		run("resolve", "--undo");
		assertThat(this.code).isOne();
		assertThat(this.terminal.errors()).isEqualTo("migrate: It is not known what takes these statements of revision "
				+ "aaaa1111 back: CREATE TABLE users (id int); take back by hand what was executed, then run migrate "
				+ "resolve --undo --by-hand\n");
		this.database.jdbc().sql("DROP TABLE users").update();

		run("resolve", "--undo", "--by-hand");
		assertThat(this.code).isZero();
		assertThat(run("status")).contains("Status: PENDING\n");
	}

	@Test
	void retryGoesOnAtOnce() {
		this.database.jdbc().sql("CREATE TABLE missing (id int)").update();

		run("resolve", "--retry");
		assertThat(this.code).isZero();
		assertThat(run("current")).isEqualTo("aaaa1111 (head)\n");
		assertThat(this.database.texts("SELECT id FROM missing")).containsExactly("1");
	}

	@Test
	void protectedDatabaseNeedsItsName() {
		this.protectedDatabase = true;

		run("resolve", "--done");
		assertThat(this.code).isOne();
		assertThat(this.terminal.errors()).contains("is protected, and migrate resolve")
			.contains("what 'CREATE TABLE users (id int)' has done")
			.contains("nothing was executed; if it is meant, add --confirm ");
		assertThat(run("current")).isEmpty();
	}

	@Test
	void nothingToResolveIsSaid() {
		run("resolve", "--done");

		run("resolve", "--done");
		assertThat(this.code).isOne();
		assertThat(this.terminal.errors())
			.isEqualTo("migrate: No revision is half done; there is nothing to resolve\n");
	}

}
