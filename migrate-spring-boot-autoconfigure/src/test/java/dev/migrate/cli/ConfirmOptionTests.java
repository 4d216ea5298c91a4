package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.testsupport.TestApplication;
import dev.migrate.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A protected database at the command line.
 */
class ConfirmOptionTests {

	private static final String ROWS = "SELECT version_num FROM migrate_version";

	@TempDir
	private Path folder;

	private final TestDatabase database = new TestDatabase("jdbc:h2:mem:attendance;DB_CLOSE_DELAY=-1", "sa", "");

	private RecordingTerminal terminal = new RecordingTerminal();

	private int code;

	@BeforeEach
	void migrate() {
		this.database.jdbc().sql("DROP ALL OBJECTS").update();
		new TestApplication(this.folder, this.database.dataSource()).table("a1", "", "users");
		run("upgrade");
	}

	private void run(String... arguments) {
		TestApplication application = new TestApplication(this.folder, this.database.dataSource());
		this.code = new MigrateCommandLine(() -> application.migrate().protect(), List::of, this.terminal)
			.run(List.of(arguments));
	}

	@Test
	void withoutNameAndTerminalItIsRefused() {
		run("downgrade");

		assertThat(this.code).isOne();
		assertThat(this.terminal.errors()).isEqualTo("migrate: The database 'attendance' is protected, and migrate "
				+ "downgrade would lose table users (0 rows); nothing was executed; if it is meant, add --confirm "
				+ "attendance\n");
		assertThat(this.database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void optionConfirms() {
		run("downgrade", "--confirm", "attendance");

		assertThat(this.code).isZero();
		assertThat(this.terminal.errors()).isEmpty();
		assertThat(this.database.texts(ROWS)).isEmpty();
	}

	@Test
	void anotherNameIsNotAskedForAgain() {
		this.terminal.interactive("attendance");
		run("downgrade", "--confirm", "staging");

		assertThat(this.code).isOne();
		assertThat(this.terminal.errors())
			.startsWith("migrate: The database 'attendance' is protected and not confirmed by 'staging', and migrate");
		assertThat(this.database.texts(ROWS)).containsExactly("a1");
	}

	@Test
	void nameMayBeTypedAtATerminal() {
		this.terminal.interactive(" attendance ");
		run("downgrade");

		assertThat(this.terminal.errors())
			.isEqualTo("The database 'attendance' is protected, and migrate downgrade would "
					+ "lose table users (0 rows).%nType its name to go on: ".formatted());
		assertThat(this.code).isZero();
		assertThat(this.database.texts(ROWS)).isEmpty();
	}

	@Test
	void anythingElseThatIsTypedRefuses() {
		this.terminal.interactive("yes");
		run("stamp", "--purge", "base");

		assertThat(this.code).isOne();
		assertThat(this.terminal.errors()).contains("lose version row a1.").contains("not confirmed by 'yes'");
		assertThat(this.database.texts(ROWS)).containsExactly("a1");
	}

}
