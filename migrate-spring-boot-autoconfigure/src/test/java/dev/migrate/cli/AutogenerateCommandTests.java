package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that compare a database with a model.
 */
class AutogenerateCommandTests {

	private static final Column NAME = column("name", varchar(50));

	@TempDir
	private Path folder;

	private TestDatabase database = Product.H2.create();

	private RecordingTerminal terminal = new RecordingTerminal();

	private List<Table> model = List.of();

	private boolean withModel = true;

	private int code;

	@BeforeEach
	void wantUsers() {
		this.model = List.of(users(NAME));
	}

	private static Table users(Column... columns) {
		return Table.of(QualifiedName.parse("users"),
				Stream.concat(Stream.of(column("id", bigint())), Stream.of(columns)).toList());
	}

	private String run(String... arguments) {
		return run(new RecordingTerminal(), arguments);
	}

	private String run(RecordingTerminal on, String... arguments) {
		this.terminal = on;
		TestApplication application = new TestApplication(this.folder, this.database.dataSource());
		if (this.withModel) {
			application.model(this.model.toArray(Table[]::new));
		}
		this.code = new MigrateCommandLine(application::migrate, List::of, on).run(List.of(arguments));
		return on.written();
	}

	private void createUsers() {
		run("revision", "--autogenerate", "-m", "Create users");
		run("upgrade");
		assertThat(this.code).isZero();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void revisionWritesItsPath() {
		String path = run("revision", "--autogenerate", "-m", "Create users", "--rev-id", "a1");

		assertThat(path).isEqualTo(this.folder.resolve("a1_create_users.sql") + "\n");
		assertThat(this.code).isZero();
		assertThat(this.terminal.errors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "revision --autogenerate --rev-id a1", "generate --rev-id a1" })
	void withoutMessageOneIsMade(String arguments) throws IOException {
		run(arguments.split(" "));

		assertThat(files()).containsExactly("a1_create_users.sql");
	}

	@Test
	void generateTakesItsMessage() throws IOException {
		run("generate", "Add user table", "--rev-id", "a1");

		assertThat(files()).containsExactly("a1_add_user_table.sql");
	}

	@ParameterizedTest
	@ValueSource(strings = { "revision --autogenerate", "generate", "create -m x", "revision --autogenerate --sql" })
	void withoutChangesNothingIsWritten(String arguments) throws IOException {
		createUsers();
		List<String> before = files();

		assertThat(run(arguments.split(" "))).isEmpty();
		assertThat(this.code).isZero();
		assertThat(files()).isEqualTo(before);
	}

	@Test
	void emptyRevisionIsWrittenIfWanted() {
		createUsers();

		assertThat(run("generate", "Nothing", "--allow-empty")).endsWith("_nothing.sql\n");
	}

	@Test
	void previewIsSql() throws IOException {
		assertThat(run("revision", "--autogenerate", "-m", "Test", "--sql")).isEqualTo("""
				CREATE TABLE users (
				    id bigint,
				    name varchar(50)
				);
				""");
		assertThat(this.code).isZero();
		assertThat(files()).isEmpty();
	}

	@Test
	void checkSaysThatNothingDiffers() {
		createUsers();

		assertThat(run("check")).isEqualTo("No new upgrade operations detected.\n");
		assertThat(this.code).isZero();
		assertThat(run("check", "--json")).isEqualTo("{\"upToDate\":true,\"differences\":[]}\n");
		assertThat(this.code).isZero();
	}

	@Test
	void checkListsWhatDiffers() {
		createUsers();
		this.model = List.of(users(NAME, column("phone_number", varchar(20))));

		assertThat(run("check")).isEqualTo("Added column 'users.phone_number'\n");
		assertThat(this.code).isEqualTo(1);
		assertThat(run("check", "--json")).isEqualTo(
				"{\"upToDate\":false,\"differences\":[{\"kind\":\"add_column\",\"object\":\"users.phone_number\","
						+ "\"text\":\"added column 'users.phone_number'\"}]}\n");
		assertThat(this.code).isEqualTo(1);
	}

	@Test
	void databaseThatIsNotUpToDateIsRefused() {
		run("generate", "Create users");

		assertThat(run("generate", "Again")).isEmpty();
		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors())
			.isEqualTo("migrate: Target database is not up to date; run migrate upgrade head\n");
		assertThat(run("check", "--json")).isEqualTo("{\"error\":{\"kind\":\"not_up_to_date\",\"message\":"
				+ "\"Target database is not up to date; run migrate upgrade head\"}}\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "revision --autogenerate", "revision --autogenerate --sql", "generate", "check" })
	void withoutEntitiesASentenceSaysWhatToAdd(String arguments) {
		this.withModel = false;

		assertThat(run(arguments.split(" "))).isEmpty();
		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors()).isEqualTo("migrate: There are no entities to compare the database with; add "
				+ "spring-boot-starter-data-jpa and entities, or a bean of type dev.migrate.autogenerate.ModelSource\n");
	}

	@Test
	void createWritesWhatEntitiesWant() throws IOException {
		String path = run("create", "--initial");

		assertThat(path).endsWith("_initial_migration.sql\n");
		assertThat(Files.readString(Path.of(path.strip()))).contains("CREATE TABLE users");
		assertThat(run("create", "--initial")).isEmpty();
		assertThat(this.terminal.errors()).contains("There are revisions already");
	}

	@Test
	void createWithoutEntitiesIsEmpty() throws IOException {
		this.withModel = false;

		assertThat(Files.readString(Path.of(run("create", "-m", "By hand").strip()))).endsWith("""
				-- migrate:upgrade

				-- migrate:downgrade
				""");
	}

	@Test
	void renameOnATerminalIsAsked() throws IOException {
		createUsers();
		this.model = List.of(users(column("full_name", varchar(50))));

		String path = run(new RecordingTerminal().interactive("y"), "generate");
		assertThat(this.terminal.errors()).isEqualTo("Was users.name renamed to users.full_name? [y/N] ");
		assertThat(Files.readString(Path.of(path.strip()))).contains("RENAME").doesNotContain("DROP COLUMN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "n", "what?" })
	void otherAnswersAreNo(String answer) throws IOException {
		createUsers();
		this.model = List.of(users(column("full_name", varchar(50))));

		String path = run(new RecordingTerminal().interactive(answer), "generate");
		assertThat(Files.readString(Path.of(path.strip()))).contains("-- Loses data: drop column users.name",
				"DROP COLUMN name");
	}

	@Test
	void renamedTableIsAsked() throws IOException {
		createUsers();
		this.model = List.of(Table.of(QualifiedName.parse("people"), users(NAME).columns()));

		String path = run(new RecordingTerminal().interactive("Yes"), "generate");
		assertThat(this.terminal.errors()).isEqualTo("Was users renamed to people? [y/N] ");
		assertThat(Files.readString(Path.of(path.strip()))).contains("ALTER TABLE users RENAME TO people;")
			.contains("ALTER TABLE people RENAME TO users;");
	}

	@Test
	void renamesAreTold() throws IOException {
		createUsers();
		this.model = List
			.of(Table.of(QualifiedName.parse("people"), users(column("full_name", varchar(50))).columns()));

		String path = run("generate", "--rename-table", "users=people", "--rename", "people.name=people.full_name");
		assertThat(this.terminal.errors()).isEmpty();
		assertThat(Files.readString(Path.of(path.strip()))).doesNotContain("DROP");
	}

	@Test
	void baselineWritesAndStampsWhatIsFound() {
		this.database.jdbc().sql("CREATE TABLE legacy (id bigint PRIMARY KEY, name varchar(30))").update();

		assertThat(run("baseline", "-m", "Baseline", "--rev-id", "a1"))
			.isEqualTo(this.folder.resolve("a1_baseline.sql") + "\n");
		assertThat(run("current")).isEqualTo("a1 (head)\n");

		this.database = Product.H2.create();
		run("upgrade");
		assertThat(this.database.tablesOfRevisions()).containsExactly("legacy");
		run("downgrade");
		assertThat(this.code).isZero();
		assertThat(this.database.tablesOfRevisions()).isEmpty();
	}

	@Test
	void baselineIsRefusedWhereRevisionsAre() {
		createUsers();
		String id = run("current").split(" ")[0];

		assertThat(run("baseline")).isEmpty();
		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors())
			.isEqualTo(("migrate: There are revisions already, up to %s; a baseline is the "
					+ "first revision; if the database is as they make it, run migrate stamp head\n")
				.formatted(id));
	}

	@Test
	void baselineIsRefusedWhereTheDatabaseIsVersioned() throws IOException {
		createUsers();
		String id = run("current").split(" ")[0];
		for (String file : files()) {
			Files.delete(this.folder.resolve(file));
		}

		assertThat(run("baseline")).isEmpty();
		assertThat(this.terminal.errors())
			.isEqualTo(("migrate: The database is at revision %s already; a baseline is for a database that was never "
					+ "migrated; write the next revision by migrate generate\n")
				.formatted(id));
	}

	@Test
	void baselineOfAnEmptyDatabaseIsRefused() {
		assertThat(run("baseline")).isEmpty();
		assertThat(this.code).isEqualTo(1);
		assertThat(this.terminal.errors()).isEqualTo("migrate: The database has nothing to write a baseline of; "
				+ "write the first revision by migrate revision --autogenerate\n");
	}

}
