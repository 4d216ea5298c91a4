package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/**
 * Opens a revision in an editor.
 */
@Command(name = "edit", description = "Open the file of a revision in the editor that VISUAL or EDITOR names",
		footer = "  ./migrate edit head")
final class EditCommand implements Callable<Integer> {

	private final Session session;

	@Parameters(paramLabel = "REV", description = "an id, the beginning of one, a label, head or current")
	private String revision = "";

	EditCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		new Editor(this.session.terminal()).open(this.session.migrate().source(this.revision));
		return ExitCode.OK;
	}

}
