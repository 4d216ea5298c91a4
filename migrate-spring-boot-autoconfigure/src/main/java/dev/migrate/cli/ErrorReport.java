package dev.migrate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import dev.migrate.revision.MigrateException;
import dev.migrate.revision.RevisionException;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.Secrets;
import dev.migrate.script.ScriptException;

/**
 * Tells a person, in one line, or a program what went wrong.
 *
 * @param terminal where to write
 * @param json whether a program is listening
 * @param verbose whether to show stack traces
 */
record ErrorReport(Terminal terminal, boolean json, boolean verbose) {

	private static final int SUGGESTIONS = 2;

	/** Longer than any path: what follows it would not be seen. */
	private static final Pattern LONG_WORD = Pattern.compile("(\\S{200})\\S{300,}?(?=[';,)]*(\\s|$))");

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

	/**
	 * Report arguments that are wrong.
	 * @param ex what is wrong
	 * @return the exit code
	 */
	int usage(ParameterException ex) {
		if (ex instanceof UsageException usage) {
			write("usage", usage.getProblem() + "; " + usage.getRemedy());
		}
		else {
			write("usage", problem(ex) + "; " + hint(ex));
		}
		return ExitCode.USAGE;
	}

	private static String problem(ParameterException ex) {
		if (ex instanceof UnmatchedArgumentException unmatched) {
			boolean command = ex.getCommandLine().getParent() == null;
			String what = unmatched.isUnknownOption() ? "Unknown option"
					: command ? "Unknown command" : "Unexpected argument";
			return "%s '%s'".formatted(what, unmatched.getUnmatched().get(0));
		}
		// Picocli marks some of its sentences
		return String.valueOf(ex.getMessage()).replaceFirst("^Error: ", "").replaceAll("\\.$", "");
	}

	private static String hint(ParameterException ex) {
		CommandLine command = ex.getCommandLine();
		String help = "see %s --help".formatted(command.getCommandSpec().qualifiedName());
		List<String> suggestions = (ex instanceof UnmatchedArgumentException unmatched)
				? unmatched.getSuggestions().stream().limit(SUGGESTIONS).toList() : List.of();
		return suggestions.isEmpty() ? help : "did you mean %s? %s".formatted(String.join(" or ", suggestions), help);
	}

	/**
	 * Report that a command could not be carried out.
	 * @param ex why
	 * @return the exit code
	 */
	int failure(Exception ex) {
		MigrateException known = known(ex);
		if (known != null) {
			write(kind(known), String.valueOf(known.getMessage()));
		}
		else {
			write("unexpected", rootCause(ex) + "; " + (this.verbose ? "this is the stack trace"
					: "run the command again with --verbose for the stack trace"));
		}
		if (this.verbose) {
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace, true));
			this.terminal.err().print(Secrets.hide(trace.toString()));
		}
		return ExitCode.SOFTWARE;
	}

	private void write(String kind, String message) {
		String line = Secrets.hide(message).strip().replaceAll("\\s*\\R\\s*", " ");
		if (this.json) {
			Map<String, String> error = new LinkedHashMap<>();
			error.put("kind", kind);
			error.put("message", line);
			this.terminal.out().print(Json.of(Map.of("error", error)) + "\n");
		}
		else {
			this.terminal.err().print("migrate: " + visible(line) + "\n");
		}
	}

	/**
	 * What was typed or read from a file must not command the terminal, nor turn the
	 * writing of the message, nor bury what is to be done.
	 */
	private static String visible(String message) {
		String text = LONG_WORD.matcher(message).replaceAll("$1…");
		return INVISIBLE.matcher(text).replaceAll((match) -> "U+%04X".formatted(match.group().codePointAt(0)));
	}

	/**
	 * An error that is meant for a person may be what made the application not start.
	 */
	private static @Nullable MigrateException known(Exception ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof MigrateException known) {
				return known;
			}
		}
		return null;
	}

	private static String rootCause(Exception ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return (root.getMessage() != null) ? root.getMessage() : root.getClass().getName();
	}

	private static String kind(MigrateException ex) {
		if (ex instanceof RevisionException revision) {
			return name(revision.getKind());
		}
		if (ex instanceof MigrationException migration) {
			return name(migration.getKind());
		}
		if (ex instanceof CommandException command) {
			return name(command.getKind());
		}
		return (ex instanceof ScriptException) ? "invalid_script" : "error";
	}

	private static String name(Enum<?> kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

}
