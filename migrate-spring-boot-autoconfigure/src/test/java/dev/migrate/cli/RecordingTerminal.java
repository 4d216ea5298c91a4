package dev.migrate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * A terminal that keeps what is written, and answers as it was told.
 */
public final class RecordingTerminal implements Terminal {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private final PrintWriter outWriter = new PrintWriter(this.out);

	private final PrintWriter errWriter = new PrintWriter(this.err);

	private final Map<String, String> environment = new HashMap<>();

	private final Queue<String> answers = new ArrayDeque<>();

	private final List<List<String>> executed = new ArrayList<>();

	private boolean interactive;

	private int exitCode;

	RecordingTerminal interactive(String... answers) {
		this.interactive = true;
		this.answers.addAll(List.of(answers));
		return this;
	}

	RecordingTerminal environment(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	RecordingTerminal exitCode(int exitCode) {
		this.exitCode = exitCode;
		return this;
	}

	public String written() {
		return this.out.toString();
	}

	public String errors() {
		return this.err.toString();
	}

	List<List<String>> executed() {
		return this.executed;
	}

	@Override
	public PrintWriter out() {
		return this.outWriter;
	}

	@Override
	public PrintWriter err() {
		return this.errWriter;
	}

	@Override
	public boolean isInteractive() {
		return this.interactive;
	}

	@Override
	public @Nullable String ask(String question) {
		this.errWriter.print(question);
		return this.answers.poll();
	}

	@Override
	public @Nullable String environment(String name) {
		return this.environment.get(name);
	}

	@Override
	public int execute(List<String> command) {
		this.executed.add(command);
		return this.exitCode;
	}

}
