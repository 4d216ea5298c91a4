package dev.migrate.cli;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.revision.MigrateException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors of an application that does not start.
 */
class ErrorReportTests {

	private final RecordingTerminal terminal = new RecordingTerminal();

	private int run(RuntimeException ex, String... arguments) {
		return new MigrateCommandLine(() -> {
			throw ex;
		}, List::of, this.terminal).run(List.of(arguments));
	}

	@Test
	void whatIsMeantForAPersonIsFoundAmongTheCauses() {
		RuntimeException ex = new IllegalStateException("outer",
				new RuntimeException("middle", new MigrateException("The problem", "the remedy")));

		assertThat(run(ex, "current")).isEqualTo(1);
		assertThat(this.terminal.errors()).isEqualTo("migrate: The problem; the remedy\n");
	}

	@Test
	void anythingElseIsItsRootCauseInOneLine() {
		assertThat(run(new IllegalStateException("outer", new RuntimeException("first\n   second")), "current"))
			.isEqualTo(1);
		assertThat(this.terminal.errors())
			.isEqualTo("migrate: first second; run the command again with --verbose " + "for the stack trace\n");
	}

	@Test
	void jsonIsEscaped() {
		assertThat(run(new MigrateException("Büro \"A\"\\B\t", "remedy"), "current", "--json")).isEqualTo(1);
		assertThat(this.terminal.written())
			.isEqualTo("{\"error\":{\"kind\":\"error\",\"message\":" + "\"B\\u00fcro \\\"A\\\"\\\\B\\t; remedy\"}}\n");
		assertThat(this.terminal.errors()).isEmpty();
	}

}
