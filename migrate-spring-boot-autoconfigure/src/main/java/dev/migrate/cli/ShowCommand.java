package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.migrate.command.RevisionDetails;

/**
 * Shows revisions.
 */
@Command(name = "show", description = "Show everything about the revisions that a symbol names",
		footer = { "  ./migrate show 1b6e", "  ./migrate show heads" })
final class ShowCommand implements Callable<Integer>, WithRecords {

	private final Session session;

	@Mixin
	private final JsonOption json = new JsonOption();

	@Parameters(paramLabel = "REV", description = "an id, the beginning of one, a label, head, heads or current")
	private String revision = "";

	ShowCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		List<RevisionDetails> revisions = this.session.migrate().showAll(this.revision);
		if (this.json.wanted()) {
			this.session.printJson(revisions);
		}
		else {
			revisions.forEach((details) -> this.session.print(this.session.text().describe(details, false)));
		}
		return ExitCode.OK;
	}

}
