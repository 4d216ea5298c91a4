package dev.migrate.cli;

import java.util.List;

/**
 * How much a command start tells beside its own output.
 */
public enum Verbosity {

	/** Errors only. */
	QUIET,

	/** What is done. */
	NORMAL,

	/** Everything, with stack traces. */
	VERBOSE;

	/**
	 * What the arguments of a command ask for, known before the command is parsed.
	 * @param arguments the arguments behind {@code migrate}
	 * @return the verbosity
	 */
	public static Verbosity of(List<String> arguments) {
		if (arguments.contains("--quiet") || arguments.contains("-q")) {
			return QUIET;
		}
		return arguments.contains("--verbose") ? VERBOSE : NORMAL;
	}

}
