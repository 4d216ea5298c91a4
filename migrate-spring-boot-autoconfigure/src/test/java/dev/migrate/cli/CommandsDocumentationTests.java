package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

import static dev.migrate.schema.Column.column;
import static dev.migrate.schema.PrimaryKey.primaryKey;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/commands.md} are carried out from the first to the last in
 * one project, and their output is compared. To write the output into the page anew:
 * {@code mvn test -Dtest=CommandsDocumentationTests -DargLine=-Dmigrate.docs=write}.
 */
class CommandsDocumentationTests {

	private static final Path PAGE = Path.of("../docs/commands.md");

	private static final Pattern EXAMPLE = Pattern.compile("(?<=```console\n).*?(?=```)", Pattern.DOTALL);

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

	private static final String FOLDER = "src/main/resources/db/migrate";

	@TempDir
	private Path project;

	private final TestDatabase database = Product.H2.create();

	private int code;

	@Test
	void examplesShowWhatCommandsWrite() throws IOException {
		revision("1b6e0d5c9a77", "Create users", "", "", "CREATE TABLE users (id bigint PRIMARY KEY)",
				"DROP TABLE users");
		revision("3f2a9c1b7d4e", "Add phone number to users", "1b6e0d5c9a77", "",
				"ALTER TABLE users ADD COLUMN phone_number varchar(20)", "ALTER TABLE users DROP COLUMN phone_number");
		revision("94e4867eb12a", "Create orders", "1b6e0d5c9a77", "orders",
				"CREATE TABLE orders (id bigint PRIMARY KEY)", "DROP TABLE orders");
		String page = Files.readString(PAGE);

		String real = EXAMPLE.matcher(page).replaceAll((match) -> Matcher.quoteReplacement(carryOut(match.group())));

		if ("write".equals(System.getProperty("migrate.docs"))) {
			Files.writeString(PAGE, real);
		}
		assertThat(page).isEqualTo(real);
	}

	private void revision(String id, String message, String down, String labels, String upgrade, String downgrade) {
		application().file(id + "_" + message.toLowerCase().replace(' ', '_') + ".sql", """
				-- %s
				--
				-- revision: %s
				-- down_revision: %s
				-- branch_labels: %s
				-- create_date: 2025-11-20T10:30:00Z

				-- migrate:upgrade
				%s;

				-- migrate:downgrade
				%s;
				""".formatted(message, id, down, labels, upgrade, downgrade));
	}

	private TestApplication application() {
		return new TestApplication(this.project.resolve(FOLDER), this.database.dataSource()).model(
				table("users", column("id", bigint()).notNull(), column("phone_number", varchar(20)),
						column("email", varchar(100)), primaryKey("id")),
				table("orders", column("id", bigint()).notNull(), primaryKey("id")));
	}

	private static Table table(String name, TableElement... elements) {
		return Table.of(QualifiedName.parse(name), List.of(elements));
	}

	private String carryOut(String example) {
		return String.join("",
				example.lines()
					.filter((line) -> line.startsWith("$ "))
					.map((line) -> line + "\n" + run(line))
					.toList());
	}

	private String run(String line) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(line);
		while (matcher.find()) {
			words.add((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2));
		}
		if (line.equals("$ echo $?")) {
			return this.code + "\n";
		}
		assertThat(words).startsWith("$", "./migrate");
		RecordingTerminal terminal = new RecordingTerminal();
		this.code = new MigrateCommandLine(() -> application().migrate(), List::of, terminal)
			.run(words.subList(2, words.size()));
		return (terminal.written() + terminal.errors()).replace(this.project + "/", "")
			.replaceAll("\\d+ ms", "12 ms")
			.replaceAll("\"durationMs\":\\d+", "\"durationMs\":12")
			.replaceAll("(?!2025)\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "2026-11-20T10:30:00Z");
	}

	@Test
	void everyCommandAndOptionIsDescribed() throws IOException {
		String page = Files.readString(PAGE);
		RecordingTerminal terminal = new RecordingTerminal();
		MigrateCommandLine commandLine = new MigrateCommandLine(() -> application().migrate(), List::of, terminal);
		commandLine.run(List.of("--help"));
		List<String> commands = terminal.written()
			.lines()
			.dropWhile((line) -> !line.equals("Commands:"))
			.skip(1)
			.takeWhile((line) -> !line.isEmpty())
			.map((line) -> line.strip().split(" ")[0])
			.toList();
		assertThat(commands).hasSizeGreaterThan(15);
		for (String command : commands) {
			assertThat(page).contains("\n## " + command + "\n");
			String section = page.substring(page.indexOf("\n## " + command + "\n") + 1);
			int end = section.indexOf("\n## ");
			assertThat((end < 0) ? section : section.substring(0, end)).contains(options(command)).contains("```");
		}
	}

	private static List<String> options(String command) {
		RecordingTerminal terminal = new RecordingTerminal();
		new MigrateCommandLine(() -> {
			throw new AssertionError();
		}, List::of, terminal).run(List.of(command, "--help"));
		TreeSet<String> options = new TreeSet<>();
		Matcher matcher = Pattern.compile("--[a-z-]+")
			.matcher(terminal.written()
				.lines()
				.filter((line) -> line.startsWith("  -") || line.startsWith("      --"))
				.map((line) -> line.split("  +(?=\\p{Lower})")[0])
				.reduce("", (all, line) -> all + line + "\n"));
		while (matcher.find()) {
			options.add(matcher.group());
		}
		options.removeAll(List.of("--verbose", "--quiet", "--help"));
		options.add(command);
		return List.copyOf(options);
	}

}
