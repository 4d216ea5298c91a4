package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows the heads.
 */
@Command(name = "heads", description = "Show the revisions that nothing builds on", footer = "  ./migrate heads")
final class HeadsCommand implements Callable<Integer>, WithRecords {

	private final Session session;

	@Mixin
	private final JsonOption json = new JsonOption();

	@Option(names = "--resolve-dependencies", description = "a revision that another one depends on is no head")
	private boolean resolveDependencies;

	HeadsCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		this.session.print(this.json, this.session.migrate().heads(this.resolveDependencies), RevisionText::head);
		return ExitCode.OK;
	}

}
