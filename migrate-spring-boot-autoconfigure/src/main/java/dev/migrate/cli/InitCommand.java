package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * Lays out the project.
 */
@Command(name = "init", description = "Lay folders, wrapper scripts and properties into the project; never overwrites",
		footer = "  ./migrate init")
final class InitCommand implements Callable<Integer>, Undemanding {

	private final Session session;

	InitCommand(Session session) {
		this.session = session;
	}

	@Override
	public Requirement requirement() {
		return Requirement.ENVIRONMENT;
	}

	@Override
	public Integer call() {
		this.session.print(this.session.initialization().run());
		return ExitCode.OK;
	}

}
