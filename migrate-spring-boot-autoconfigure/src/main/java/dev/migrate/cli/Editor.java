package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.cli.CommandException.Kind;

/**
 * The editor that a person has chosen by {@code VISUAL} or {@code EDITOR}, with arguments
 * if need be: {@code code --wait}, {@code "C:\Program Files\vim\vim.exe" -n}.
 *
 * @param terminal what the editor takes over
 */
record Editor(Terminal terminal) {

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

	private static final String REMEDY = "set VISUAL or EDITOR to an editor that waits until the file is closed";

	/**
	 * Open a file and wait until it is closed.
	 * @param file the file
	 * @throws CommandException if there is no editor, or it fails
	 */
	void open(Path file) {
		List<String> command = new ArrayList<>(words(editor(file)));
		String program = command.get(0);
		command.add(file.toString());
		int code = execute(command);
		if (code != 0) {
			throw new CommandException(Kind.EDITOR, "The editor %s ended with %d on %s".formatted(program, code, file),
					REMEDY);
		}
	}

	private String editor(Path file) {
		for (String variable : List.of("VISUAL", "EDITOR")) {
			String editor = this.terminal.environment(variable);
			if (editor != null && !editor.isBlank()) {
				return editor;
			}
		}
		throw new CommandException(Kind.EDITOR, "There is no editor to open %s with".formatted(file), REMEDY);
	}

	private static List<String> words(String command) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(command);
		while (matcher.find()) {
			words.add(command.substring(matcher.start(), matcher.end()).replaceAll("^([\"'])(.*)\\1$", "$2"));
		}
		return words;
	}

	private int execute(List<String> command) {
		try {
			return this.terminal.execute(command);
		}
		catch (IOException ex) {
			throw new CommandException(Kind.EDITOR, "The editor %s cannot be started".formatted(command.get(0)), REMEDY,
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CommandException(Kind.EDITOR, "The editor %s was interrupted".formatted(command.get(0)), REMEDY,
					ex);
		}
	}

}
