package dev.migrate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command: where it writes, whom it may ask, its environment variables
 * and the processes it may start.
 */
public interface Terminal {

	/**
	 * Where the command's own output goes, and nothing else.
	 * @return the writer of stdout
	 */
	PrintWriter out();

	/**
	 * Where questions and errors go.
	 * @return the writer of stderr
	 */
	PrintWriter err();

	/**
	 * Whether a person sits at both ends: stdin can be asked and stdout is looked at.
	 * @return whether it is a terminal
	 */
	boolean isInteractive();

	/**
	 * Ask the person at the terminal.
	 * @param question the question, which is written to stderr
	 * @return the answer without its line end, or {@code null} if the input has ended
	 * @throws IllegalStateException if nobody is there
	 */
	@Nullable String ask(String question);

	/**
	 * An environment variable.
	 * @param name its name
	 * @return its value, or {@code null} if it is not set
	 */
	@Nullable String environment(String name);

	/**
	 * Run a program that takes over the terminal, an editor for one, and wait for its
	 * end.
	 * @param command the program and its arguments
	 * @return its exit code
	 * @throws IOException if it cannot be started
	 * @throws InterruptedException if the waiting was interrupted
	 */
	int execute(List<String> command) throws IOException, InterruptedException;

	/**
	 * Whether output may be coloured: on a terminal only, and not if {@code NO_COLOR} is
	 * set to anything (<a href="https://no-color.org">no-color.org</a>).
	 * @return whether colours are wanted
	 */
	default boolean isColoured() {
		String noColor = environment("NO_COLOR");
		return isInteractive() && (noColor == null || noColor.isEmpty()) && !"dumb".equals(environment("TERM"));
	}

	/**
	 * The terminal of this process. It writes to what {@link System#out} and
	 * {@link System#err} are now, whatever they are replaced with later.
	 * @return the terminal
	 */
	static Terminal system() {
		return new SystemTerminal(System.out, System.err);
	}

}
