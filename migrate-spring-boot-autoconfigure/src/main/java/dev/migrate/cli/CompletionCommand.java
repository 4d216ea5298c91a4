package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Writes a completion script.
 */
@Command(name = "completion", description = "Write a script that completes commands and options in bash and zsh",
		footer = "  source <(./migrate completion)")
final class CompletionCommand implements Callable<Integer>, Undemanding {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	CompletionCommand(Session session) {
		this.session = session;
	}

	@Override
	public Requirement requirement() {
		return Requirement.NOTHING;
	}

	@Override
	public Integer call() {
		this.session.printScript(AutoComplete.bash("migrate", this.spec.root().commandLine()));
		return ExitCode.OK;
	}

}
