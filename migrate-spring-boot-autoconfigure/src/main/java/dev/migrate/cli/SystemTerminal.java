package dev.migrate.cli;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process. A terminal is written to in its own character set;
 * everything else gets UTF-8, so that a script written to a file is whole whatever the
 * locale is.
 */
final class SystemTerminal implements Terminal {

	private final @Nullable Console console = console();

	private final PrintWriter out;

	private final PrintWriter err;

	SystemTerminal(PrintStream out, PrintStream err) {
		this.out = writer(out, "stdout.encoding", "sun.stdout.encoding");
		this.err = writer(err, "stderr.encoding", "sun.stderr.encoding");
	}

	private PrintWriter writer(PrintStream stream, String... properties) {
		Charset charset = (this.console != null) ? charset(this.console.charset(), properties) : StandardCharsets.UTF_8;
		return new PrintWriter(new OutputStreamWriter(stream, charset), true);
	}

	private static Charset charset(Charset other, String... properties) {
		for (String property : properties) {
			String name = System.getProperty(property);
			try {
				if (name != null) {
					return Charset.forName(name);
				}
			}
			catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
				// As good as not set
			}
		}
		return other;
	}

	/**
	 * Since Java 22 there is a console without a terminal, too.
	 */
	private static @Nullable Console console() {
		Console console = System.console();
		if (console == null) {
			return null;
		}
		try {
			return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console)) ? console : null;
		}
		catch (NoSuchMethodException ex) {
			return console;
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

	@Override
	public PrintWriter out() {
		return this.out;
	}

	@Override
	public PrintWriter err() {
		return this.err;
	}

	@Override
	public boolean isInteractive() {
		return this.console != null;
	}

	@Override
	public @Nullable String ask(String question) {
		if (this.console == null) {
			throw new IllegalStateException("There is no terminal to ask at: " + question);
		}
		this.err.print(question);
		this.err.flush();
		return this.console.readLine();
	}

	@Override
	public @Nullable String environment(String name) {
		return System.getenv(name);
	}

	@Override
	public int execute(List<String> command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

}
