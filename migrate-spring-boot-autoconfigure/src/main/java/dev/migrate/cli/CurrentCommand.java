package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.migrate.command.Migrate;

/**
 * Shows the applied revisions.
 */
@Command(name = "current", description = "Show the applied revisions of the database",
		footer = { "  ./migrate current", "  ./migrate current --check-heads" })
final class CurrentCommand implements Callable<Integer>, WithRecords {

	private final Session session;

	@Mixin
	private final JsonOption json = new JsonOption();

	@Option(names = "--check-heads", description = "exit with 1 unless all heads are applied")
	private boolean checkHeads;

	CurrentCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		Migrate migrate = this.session.migrate();
		this.session.print(this.json, migrate.current(), RevisionText::current);
		if (this.checkHeads && !migrate.atHeads()) {
			this.session.notice("The database is not at all heads; apply what is missing by migrate upgrade heads");
			return ExitCode.SOFTWARE;
		}
		return ExitCode.OK;
	}

}
