package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
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
 * Commands on a database: what they write and what they do. The expected text is that of
 * Alembic 1.8 for the same revisions.
 */
class CommandTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version ORDER BY 1";

	private static final String SECTIONS = """
			-- migrate:upgrade
			CREATE TABLE %1$s (id bigint);

			-- migrate:downgrade
			DROP TABLE %1$s;
			""";

	@TempDir
	private Path folder;

	private final TestDatabase database = Product.H2.create();

	private RecordingTerminal terminal = new RecordingTerminal();

	private int code;

	/**
	 * Two branches, of which one depends on the other.
	 */
	@BeforeEach
	void writeRevisions() {
		write("aaaa1111", "create users", "", "", "", "users");
		write("bbbb2222", "add phone", "aaaa1111", "people", "", "phones");
		write("cccc3333", "cart", "aaaa1111", "cart", "", "carts");
		write("dddd4444", "cart two", "cccc3333", "", "bbbb2222", "items");
	}

	private void write(String id, String message, String down, String labels, String dependsOn, String table) {
		new TestApplication(this.folder, this.database.dataSource()).file(id + ".sql", """
				-- %s
				--
				-- revision: %s
				-- down_revision: %s
				-- branch_labels: %s
				-- depends_on: %s
				-- create_date: 2026-11-20T10:30:00Z

				""".formatted(message, id, down, labels, dependsOn) + SECTIONS.formatted(table));
	}

	private void merge() {
		write("eeee5555", "mrg", "bbbb2222, dddd4444", "", "", "merged");
	}

	/** Run a command and return what it writes to stdout. */
	private String run(String... arguments) {
		TestApplication application = new TestApplication(this.folder, this.database.dataSource());
		this.terminal = (this.terminal.written() + this.terminal.errors()).isEmpty() ? this.terminal
				: new RecordingTerminal();
		this.code = new MigrateCommandLine(application::migrate, List::of, this.terminal).run(List.of(arguments));
		return this.terminal.written();
	}

	@Test
	void upgradeAndDowngradeWriteNothing() {
		assertThat(run("upgrade", "people@head")).isEmpty();
		assertThat(this.code).isZero();
		assertThat(this.database.texts(ROWS)).containsExactly("bbbb2222");

		assertThat(run("downgrade", "aaaa")).isEmpty();
		assertThat(this.code).isZero();
		assertThat(this.database.texts(ROWS)).containsExactly("aaaa1111");

		assertThat(run("downgrade", "base")).isEmpty();
		assertThat(this.database.texts(ROWS)).isEmpty();
		assertThat(this.terminal.errors()).isEmpty();
	}

	@Test
	void targetsMayBeRelative() {
		run("upgrade", "+1");
		assertThat(this.database.texts(ROWS)).containsExactly("aaaa1111");
		run("upgrade", "--revision", "people@+1");
		assertThat(this.database.texts(ROWS)).containsExactly("bbbb2222");
		run("downgrade", "-1");
		assertThat(this.database.texts(ROWS)).containsExactly("aaaa1111");
		run("downgrade");
		assertThat(this.database.texts(ROWS)).isEmpty();
		assertThat(this.code).isZero();
	}

	@Test
	void currentOfANewDatabaseIsNoLine() {
		assertThat(run("current")).isEmpty();
		assertThat(this.code).isZero();
		assertThat(run("current", "--json")).isEqualTo("[]\n");
	}

	@Test
	void currentMarksHeads() {
		run("upgrade", "people@head");
		assertThat(run("current")).isEqualTo("bbbb2222 (effective head)\n");
		run("upgrade", "cccc3333");
		assertThat(run("current").lines()).containsExactlyInAnyOrder("bbbb2222 (effective head)", "cccc3333");
		run("upgrade", "heads");
		assertThat(run("current").lines()).containsExactlyInAnyOrder("bbbb2222 (effective head)", "dddd4444 (head)");
	}

	@Test
	void currentInJsonIsApplied() {
		run("upgrade", "aaaa1111");

		assertThat(run("current", "--json")).isEqualTo("""
				[{"revision":"aaaa1111","downRevision":[],"branchLabels":[],"dependsOn":[],"message":"create users",\
				"createDate":"2026-11-20T10:30:00Z","source":"%s","head":false,"branchPoint":true,"mergePoint":false,\
				"applied":true}]
				""".formatted(this.folder.resolve("aaaa1111.sql")));
	}

	@Test
	void currentChecksHeads() {
		run("upgrade", "people@head");
		assertThat(run("current", "--check-heads")).isEqualTo("bbbb2222 (effective head)\n");
		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors())
			.isEqualTo("migrate: The database is not at all heads; apply what is missing by migrate upgrade heads\n");

		run("upgrade", "heads");
		run("current", "--check-heads");
		assertThat(this.code).isZero();
		assertThat(this.terminal.errors()).isEmpty();
	}

	@Test
	void headsAreALineEach() {
		assertThat(run("heads")).isEqualTo("""
				bbbb2222 (people) (effective head)
				dddd4444 (cart) (head)
				""");
		assertThat(run("heads", "--resolve-dependencies")).isEqualTo("dddd4444 (cart) (head)\n");
	}

	@Test
	void headsInJsonAreAnArray() {
		assertThat(run("heads", "--resolve-dependencies", "--json")).isEqualTo("""
				[{"revision":"dddd4444","downRevision":["cccc3333"],"branchLabels":[],"dependsOn":["bbbb2222"],\
				"message":"cart two","createDate":"2026-11-20T10:30:00Z","source":"%s","head":true,"branchPoint":false,\
				"mergePoint":false}]
				""".formatted(this.folder.resolve("dddd4444.sql")));
	}

	@Test
	void historyIsNewestFirst() {
		merge();

		assertThat(run("history")).isEqualTo("""
				bbbb2222, dddd4444 -> eeee5555 (people, cart) (head) (mergepoint), mrg
				cccc3333 (bbbb2222) -> dddd4444 (cart), cart two
				aaaa1111 -> cccc3333 (cart), cart
				aaaa1111 -> bbbb2222 (people), add phone
				<base> -> aaaa1111 (branchpoint), create users
				""");
	}

	@Test
	void historyIndicatesWhatIsCurrent() {
		run("upgrade", "people@head");

		assertThat(run("history", "-i", "-r", ":people@head")).isEqualTo("""
				aaaa1111 -> bbbb2222 (people) (effective head) (current), add phone
				<base> -> aaaa1111 (branchpoint), create users
				""");
		assertThat(run("history", "--rev-range", "current:people@head")).isEqualTo("""
				aaaa1111 -> bbbb2222 (people) (effective head), add phone
				""");
	}

	@Test
	void historyIsDrawn() {
		merge();

		assertThat(run("history", "--graph")).isEqualTo("""
				*   bbbb2222, dddd4444 -> eeee5555 (people, cart) (head) (mergepoint), mrg
				|\\
				| * cccc3333 (bbbb2222) -> dddd4444 (cart), cart two
				| * aaaa1111 -> cccc3333 (cart), cart
				* | aaaa1111 -> bbbb2222 (people), add phone
				|/
				* <base> -> aaaa1111 (branchpoint), create users
				""");
	}

	@Test
	void historyTellsMore() {
		assertThat(run("history", "-r", "base:people@head", "--verbose")).isEqualTo("""
				Rev: bbbb2222 (head)
				Parent: aaaa1111
				Branch labels: people
				Path: %1$s/bbbb2222.sql

				    add phone

				    Create Date: 2026-11-20T10:30:00Z

				Rev: aaaa1111 (branchpoint)
				Parent: <base>
				Branches into: bbbb2222, cccc3333
				Path: %1$s/aaaa1111.sql

				    create users

				    Create Date: 2026-11-20T10:30:00Z

				""".formatted(this.folder));
		String text = this.terminal.written();
		assertThat(run("-v", "history", "-r", "base:people@head")).isEqualTo(text);
	}

	@Test
	void branchesListTheirChildren() {
		assertThat(run("branches")).isEqualTo("""
				aaaa1111 (branchpoint)
				             -> bbbb2222 (people) (effective head)
				             -> cccc3333 (cart)

				""");
		assertThat(run("branches", "-v")).isEqualTo("""
				Rev: aaaa1111 (branchpoint)
				Parent: <base>
				Branches into: bbbb2222, cccc3333
				Path: %s

				    create users

				    Create Date: 2026-11-20T10:30:00Z

				             -> bbbb2222 (people) (effective head), add phone
				             -> cccc3333 (cart), cart

				""".formatted(this.folder.resolve("aaaa1111.sql")));
	}

	@Test
	void showDescribesARevision() {
		merge();

		assertThat(run("show", "dddd")).isEqualTo("""
				Rev: dddd4444
				Parent: cccc3333
				Branch labels: cart
				Depends on: bbbb2222
				Path: %s

				    cart two

				    Create Date: 2026-11-20T10:30:00Z

				""".formatted(this.folder.resolve("dddd4444.sql")));
		assertThat(run("show", "heads")).startsWith("""
				Rev: eeee5555 (head) (mergepoint)
				Merges: bbbb2222, dddd4444
				Branch labels: people, cart
				Path: %s
				""".formatted(this.folder.resolve("eeee5555.sql")));
	}

	@Test
	void showInJsonIsAnArray() {
		write("ffff6666", "other", "", "other", "", "others");

		assertThat(run("show", "heads", "--json")).matches("""
				\\[\\{"revision":"dddd4444",.*},\\{"revision":"ffff6666",.*}]
				""");
	}

	@Test
	void statusOfANewDatabaseListsWhatIsPending() {
		assertThat(run("status")).isEqualTo("""
				Database: default
				Product: H2 2.4.240
				Status: UNVERSIONED
				Current: <base>
				Heads: dddd4444
				Pending: 4
				    <base> -> aaaa1111, create users
				    aaaa1111 -> bbbb2222, add phone
				    aaaa1111 -> cccc3333, cart
				    cccc3333 -> dddd4444, cart two
				""");
		assertThat(this.code).isZero();
	}

	@Test
	void statusShowsTheTailOfTheHistory() {
		run("upgrade", "heads");

		assertThat(run("status").lines().map((line) -> line.replaceAll("\\S+Z|\\d+ ms", "_"))).containsExactly(
				"Database: default", "Product: H2 2.4.240", "Status: UP_TO_DATE", "Current: dddd4444",
				"Heads: dddd4444", "Pending: 0", "History:", "    _ upgrade dddd4444 by SA (_)",
				"    _ upgrade cccc3333 by SA (_)", "    _ upgrade bbbb2222 by SA (_)",
				"    _ upgrade aaaa1111 by SA (_)");
	}

	@Test
	void statusNamesTheFilesThatWereChangedAfterTheyWereApplied() throws IOException {
		run("upgrade", "aaaa1111");
		Path file = this.folder.resolve("aaaa1111.sql");
		Files.writeString(file, Files.readString(file) + "-- a word more\n");

		assertThat(run("status")).contains("""
				Changed after they were applied: 1
				    aaaa1111 (%s)
				""".formatted(file));
		assertThat(this.code).isZero();
		assertThat(run("status", "--json")).contains("\"changed\":[\"aaaa1111\"]");
	}

	@Test
	void statusInJsonIsAnEntryOfTheEndpoint() {
		run("upgrade", "aaaa1111");

		assertThat(run("status", "--json").replaceAll("\"appliedAt\":\"[^\"]+\",\"durationMs\":\\d+", "_"))
			.isEqualTo("""
					{"database":"default","status":"PENDING","product":"H2 2.4.240","current":["aaaa1111"],\
					"heads":["dddd4444"],"pending":[\
					{"revision":"bbbb2222","downRevision":["aaaa1111"],"message":"add phone",\
					"createDate":"2026-11-20T10:30:00Z","source":"%1$s/bbbb2222.sql"},\
					{"revision":"cccc3333","downRevision":["aaaa1111"],"message":"cart",\
					"createDate":"2026-11-20T10:30:00Z","source":"%1$s/cccc3333.sql"},\
					{"revision":"dddd4444","downRevision":["cccc3333"],"message":"cart two",\
					"createDate":"2026-11-20T10:30:00Z","source":"%1$s/dddd4444.sql"}],\
					"history":[{"revision":"aaaa1111","direction":"upgrade",_,"appliedBy":"SA"}]}
					""".formatted(this.folder));
	}

	@Test
	void stampSetsTheRows() {
		assertThat(run("stamp", "bbbb2222", "cccc3333")).isEmpty();
		assertThat(this.code).isZero();
		assertThat(this.database.texts(ROWS)).containsExactly("bbbb2222", "cccc3333");

		run("stamp", "--purge", "aaaa1111");
		assertThat(this.database.texts(ROWS)).containsExactly("aaaa1111");
		run("stamp", "base");
		assertThat(this.database.texts(ROWS)).isEmpty();
	}

	@Test
	void ensureVersionCreatesTheTable() {
		assertThat(run("ensure-version")).isEmpty();
		assertThat(this.code).isZero();
		assertThat(this.database.texts(ROWS)).isEmpty();
	}

	@Test
	void upgradeAsSqlIsAScript() {
		assertThat(run("upgrade", "--sql", "aaaa1111")).contains("CREATE TABLE users (id bigint)")
			.contains("INSERT INTO")
			.endsWith("\n");
		assertThat(run("upgrade", "aaaa1111:bbbb2222", "--sql")).contains("CREATE TABLE phones")
			.doesNotContain("CREATE TABLE users");
		assertThat(run("downgrade", "bbbb2222:base", "--sql")).contains("DROP TABLE phones", "DROP TABLE users");
		assertThat(run("stamp", "--sql", "bbbb2222")).contains("INSERT INTO").doesNotContain("CREATE TABLE phones");
		assertThat(
				this.database.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"))
			.isEmpty();
	}

	@Test
	void revisionWritesAFileAndPrintsItsPath() throws IOException {
		String path = run("revision", "-m", "Add \"${x}\" 100%", "--rev-id", "ffff6666", "--head", "cart@head",
				"--format", "SQL", "--branch-label", "fast", "--depends-on", "people");

		assertThat(this.code).isZero();
		assertThat(path).endsWith("/ffff6666_add_x_100.sql\n");
		assertThat(Files.readString(Path.of(path.strip()))).contains("-- Add \"${x}\" 100%\n",
				"-- revision: ffff6666\n", "-- down_revision: dddd4444\n", "-- branch_labels: fast\n",
				"-- depends_on: people\n");
		assertThat(run("heads")).contains("ffff6666 (");
	}

	@Test
	void revisionOnSeveralHeadsWritesNothing() {
		assertThat(run("revision", "-m", "Next")).isEmpty();

		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors()).startsWith("migrate: Multiple head").contains("--head");
		assertThat(run("heads").lines()).hasSize(2);
	}

	@Test
	void mergeWritesAFileAndPrintsItsPath() {
		String path = run("merge", "bbbb2222", "dddd4444", "-m", "Merge both", "--rev-id", "ffff6666");

		assertThat(this.code).isZero();
		assertThat(Path.of(path.strip())).isRegularFile();
		assertThat(run("heads")).isEqualTo("ffff6666 (people, cart) (head)\n");
	}

	@Test
	void createAsksForTheMessage() throws IOException {
		this.terminal.interactive("Asked for").environment("NO_COLOR", "1");

		String path = run("create", "--head", "cart@head", "--format", "sql");

		assertThat(this.terminal.errors()).isEqualTo("Message: ");
		assertThat(Files.readString(Path.of(path.strip()))).startsWith("-- Asked for\n");
	}

	@Test
	void createInitialIsTheFirstRevisionOnly() throws IOException {
		assertThat(run("create", "--initial")).isEmpty();
		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors()).isEqualTo("migrate: There are revisions already, up to bbbb2222, dddd4444; "
				+ "leave out --initial to write the next one\n");

		for (String id : List.of("aaaa1111", "bbbb2222", "cccc3333", "dddd4444")) {
			Files.delete(this.folder.resolve(id + ".sql"));
		}
		String path = run("create", "--initial", "--format", "sql");
		assertThat(Files.readString(Path.of(path.strip()))).startsWith("-- Initial migration\n");
	}

	@Test
	void editStartsTheEditorOfTheEnvironment() {
		this.terminal.environment("EDITOR", "vi").environment("VISUAL", "\"/opt/my editor/ed\" --wait 'a b'");

		run("edit", "bbbb");

		assertThat(this.code).isZero();
		assertThat(this.terminal.executed()).containsExactly(
				List.of("/opt/my editor/ed", "--wait", "a b", this.folder.resolve("bbbb2222.sql").toString()));
	}

	@Test
	void editNeedsAnEditor() {
		run("edit", "bbbb");

		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors()).isEqualTo(
				"migrate: There is no editor to open %s with; set VISUAL or EDITOR to an editor that waits until the file is closed\n"
					.formatted(this.folder.resolve("bbbb2222.sql")));
	}

	@Test
	void editReportsAnEditorThatFails() {
		this.terminal.environment("EDITOR", "vi").exitCode(3);

		run("edit", "bbbb");

		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors())
			.startsWith("migrate: The editor vi ended with 3 on " + this.folder.resolve("bbbb2222.sql"));
	}

	@Test
	void failureIsOneLine() {
		assertThat(run("upgrade", "nope")).isEmpty();

		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors()).matches("migrate: [^\n]*'nope'[^\n]*; [^\n]*\n");
	}

	@Test
	void failureWithJsonIsAnObject() {
		assertThat(run("show", "--json", "nope"))
			.matches("\\{\"error\":\\{\"kind\":\"unknown_revision\",\"message\":\"[^\"]*'nope'[^\"]*; [^\"]*\"}}\n");

		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors()).isEmpty();
	}

	@Test
	void failureHasAStackTraceIfItIsWanted() {
		run("upgrade", "nope", "--verbose");

		assertThat(this.terminal.errors()).startsWith("migrate: ").contains("\tat dev.migrate.");
	}

	@Test
	void coloursAreForTerminals() {
		this.terminal.interactive();
		assertThat(run("heads", "--resolve-dependencies"))
			.isEqualTo("\u001B[33mdddd4444\u001B[0m\u001B[36m (cart) (head)\u001B[0m\n");
	}

	@Test
	void coloursCanBeDeclined() {
		this.terminal.interactive().environment("NO_COLOR", "1");
		assertThat(run("heads", "--resolve-dependencies")).isEqualTo("dddd4444 (cart) (head)\n");
	}

	@Test
	void argumentsAreTakenAsTheyAre() {
		run("show", "${user.name}");
		assertThat(this.terminal.errors()).contains("'${user.name}'");
		run("show", "@|red x|@ 100%d");
		assertThat(this.terminal.errors()).contains("@|red x|@ 100%d");
		run("show", "@file");
		assertThat(this.terminal.errors()).contains("@file");
	}

}
