package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * Creates the version table.
 */
@Command(name = "ensure-version", description = "Create the version table if it is not there",
		footer = "  ./migrate ensure-version")
final class EnsureVersionCommand implements Callable<Integer> {

	private final Session session;

	EnsureVersionCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		this.session.migrate().ensureVersion();
		return ExitCode.OK;
	}

}
