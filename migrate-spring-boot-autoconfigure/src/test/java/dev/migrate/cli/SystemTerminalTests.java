package dev.migrate.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The terminal of a process that has none: tests are not run by hand.
 */
class SystemTerminalTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final Terminal terminal = new SystemTerminal(new PrintStream(this.out, true, StandardCharsets.US_ASCII),
			new PrintStream(this.err, true, StandardCharsets.US_ASCII));

	@Test
	void filesAndPipesGetUtf8WhateverTheLocale() {
		this.terminal.out().print("Büro €\n");
		this.terminal.out().flush();
		this.terminal.err().print("ü\n");
		this.terminal.err().flush();

		assertThat(this.out.toString(StandardCharsets.UTF_8)).isEqualTo("Büro €\n");
		assertThat(this.err.toString(StandardCharsets.UTF_8)).isEqualTo("ü\n");
	}

	@Test
	void nobodyIsThereToBeAsked() {
		assertThat(this.terminal.isInteractive()).isFalse();
		assertThat(this.terminal.isColoured()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> this.terminal.ask("Message: "));
	}

	@Test
	void programsAreWaitedFor() throws IOException, InterruptedException {
		String java = System.getProperty("java.home") + "/bin/java";

		assertThat(this.terminal.execute(List.of(java, "-XX:NoSuchFlag"))).isEqualTo(1);
	}

	@Test
	void environmentIsThatOfTheProcess() {
		assertThat(this.terminal.environment("PATH")).isEqualTo(System.getenv("PATH"));
		assertThat(this.terminal.environment("NO_SUCH_VARIABLE")).isNull();
	}

}
