package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered from the arguments alone: the application is not started for it.
 */
class UsageTests {

	private static final List<String> COMMANDS = List.of("init", "revision", "generate", "create", "baseline", "merge",
			"upgrade", "downgrade", "stamp", "ensure-version", "status", "current", "check", "history", "heads",
			"branches", "show", "edit", "completion");

	private final RecordingTerminal terminal = new RecordingTerminal();

	private final MigrateCommandLine commandLine = new MigrateCommandLine(() -> {
		throw new AssertionError("The application was started");
	}, () -> List.of("created db/migrate"), this.terminal);

	private int run(String... arguments) {
		return this.commandLine.run(List.of(arguments));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					upgrad | Unknown command 'upgrad'; did you mean upgrade or downgrade? see migrate --help
					heads --resolve | Unknown option '--resolve'; did you mean --resolve-dependencies? see migrate heads --help
					upgrade --jsn | Unknown option '--jsn'; see migrate upgrade --help
					upgrade a b | Unexpected argument 'b'; see migrate upgrade --help
					upgrade a --revision b | The target is given twice, as a and as --revision b; leave out one of them
					upgrade a:b | The range 'a:b' is for --sql only; name one revision; the database knows where it stands
					show | Missing required parameter: 'REV'; see migrate show --help
					merge -m x | Missing required parameter: 'REV'; see migrate merge --help
					revision --format python | Invalid value for option '--format': expected one of [JAVA, SQL] (case-insensitive) but was 'python'; see migrate revision --help
					revision --sql -m x | --sql previews what --autogenerate finds; add --autogenerate, or write SQL with --format sql
					revision -m | Missing required parameter for option '--message' (TEXT); see migrate revision --help
					revision positional | Unexpected argument 'positional'; see migrate revision --help
					revision --rename a.b=a.c -m x | --rename, --rename-table, --allow-empty and --no-verify are for what --autogenerate finds; add --autogenerate
					revision --allow-empty | --rename, --rename-table, --allow-empty and --no-verify are for what --autogenerate finds; add --autogenerate
					revision --autogenerate --rename users.name | The rename 'users.name' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new
					generate --rename name=full_name | The rename 'name=full_name' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new
					generate --rename users.name=people.name | The rename 'users.name=people.name' leads to another table, which a rename cannot; write --rename table.old=table.new or --rename-table old=new
					generate --rename users.name=users.name | The rename 'users.name=users.name' is not of the form table.old=table.new; write --rename table.old=table.new or --rename-table old=new
					generate --rename-table users | The rename 'users' is not of the form old=new; write --rename table.old=table.new or --rename-table old=new
					generate --rename-table a.users=b.users | The rename 'a.users=b.users' leads to another schema; write --rename table.old=table.new or --rename-table old=new
					generate --rename-table a=b --rename-table a=c | The table a is renamed twice; write --rename table.old=table.new or --rename-table old=new
					generate --rename | Missing required parameter for option '--rename' (TABLE.OLD=TABLE.NEW); see migrate generate --help
					generate a b | Unexpected argument 'b'; see migrate generate --help
					baseline x | Unexpected argument 'x'; see migrate baseline --help
					check --rename a.b=a.c | Unknown option '--rename'; see migrate check --help
					stamp --sql --purge head | --purge does not go with --sql; the script that --sql writes starts from the rows that START:END names
					create | There is no message, and no terminal to ask for it; add --message "what the revision does"
					'' | No command is given; see migrate --help for the commands
					""")
	void wrongUsageIsOneLineAndExitCode2(String arguments, String message) {
		int code = arguments.isEmpty() ? run() : run(arguments.split(" "));

		assertThat(this.terminal.errors()).isEqualTo("migrate: " + message + "\n");
		assertThat(this.terminal.written()).isEmpty();
		assertThat(code).isEqualTo(2);
	}

	@Test
	void wrongUsageWithJsonIsAnObject() {
		assertThat(run("heads", "--json", "--nope")).isEqualTo(2);

		assertThat(this.terminal.written()).isEqualTo(
				"{\"error\":{\"kind\":\"usage\",\"message\":\"Unknown option '--nope'; see migrate heads --help\"}}\n");
		assertThat(this.terminal.errors()).isEmpty();
	}

	@Test
	void helpListsTheCommands() {
		assertThat(run("--help")).isZero();

		assertThat(this.terminal.written()).contains("Usage: migrate").contains(COMMANDS);
		assertThat(this.terminal.errors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "init", "revision", "generate", "create", "baseline", "merge", "upgrade", "downgrade",
			"stamp", "ensure-version", "status", "current", "check", "history", "heads", "branches", "show", "edit",
			"completion" })
	void helpOfACommandHasAnExample(String command) {
		assertThat(run(command, "--help")).isZero();

		assertThat(this.terminal.written()).contains("Usage: migrate " + command, "Examples:", "./migrate " + command);
		assertThat(this.terminal.written()).doesNotContain("\u001B");
	}

	@Test
	void versionIsALine() {
		assertThat(run("--version")).isZero();

		assertThat(this.terminal.written()).matches("migrate \\S.*\n");
	}

	@Test
	void completionIsAScript() {
		assertThat(run("completion")).isZero();

		assertThat(this.terminal.written()).startsWith("#!/usr/bin/env bash").contains(COMMANDS);
	}

	@Test
	void initReportsWhatWasLaid() {
		assertThat(run("init")).isZero();

		assertThat(this.terminal.written()).isEqualTo("created db/migrate\n");
	}

	@ParameterizedTest
	@CsvSource({ "upgrade,CONTEXT", "upgrade +1,CONTEXT", "downgrade -1,CONTEXT", "downgrade -- -1,CONTEXT",
			"downgrade cart@-1,CONTEXT", "stamp -1,CONTEXT", "show -1,CONTEXT", "history -r -2:current,CONTEXT",
			"history -r-2:,CONTEXT", "revision -m -1,CONTEXT", "revision -m --1,CONTEXT", "-v history -i,CONTEXT",
			"current --json,CONTEXT", "upgrade --help,NOTHING", "--version,NOTHING", "completion,NOTHING",
			"init,ENVIRONMENT", "init --help,NOTHING", "upgrad,NOTHING", "'',NOTHING" })
	void commandsNeedNoMoreThanTheyUse(String arguments, Requirement requirement) {
		List<String> words = new ArrayList<>(List.of(arguments.split(" ")));
		words.remove("");

		assertThat(this.commandLine.requirement(words)).isEqualTo(requirement);
		assertThat(this.terminal.written() + this.terminal.errors()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "upgrade,NORMAL", "upgrade --verbose,VERBOSE", "-v upgrade,VERBOSE", "upgrade -q,QUIET",
			"history --verbose,NORMAL", "current -v,NORMAL", "--quiet --nope,QUIET" })
	void verbosity(String arguments, Verbosity verbosity) {
		assertThat(this.commandLine.verbosity(List.of(arguments.split(" ")))).isEqualTo(verbosity);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  " })
	void emptyAnswerIsNoMessage(String answer) {
		this.terminal.interactive(answer);

		assertThat(run("create")).isEqualTo(2);
		assertThat(this.terminal.errors())
			.isEqualTo("Message: migrate: The message is empty; add --message \"what the revision does\"\n");
	}

	@Test
	void endOfInputIsNoMessage() {
		this.terminal.interactive();

		assertThat(run("create")).isEqualTo(2);
		assertThat(this.terminal.errors()).contains("The message is empty");
	}

	@Test
	void emptyMessageIsNone() {
		assertThat(run("create", "--message", "")).isEqualTo(2);
		assertThat(this.terminal.errors()).contains("The message is empty");
	}

}
