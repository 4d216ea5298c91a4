package dev.migrate.cli;

import java.io.Serial;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Thrown when arguments do not fit together in a way that picocli cannot see.
 */
final class UsageException extends ParameterException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String problem;

	private final String remedy;

	UsageException(CommandSpec command, String problem, String remedy) {
		super(command.commandLine(), problem + "; " + remedy);
		this.problem = problem;
		this.remedy = remedy;
	}

	String getProblem() {
		return this.problem;
	}

	String getRemedy() {
		return this.remedy;
	}

}
