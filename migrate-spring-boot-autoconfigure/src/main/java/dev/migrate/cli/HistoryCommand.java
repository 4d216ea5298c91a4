package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.migrate.command.RevisionDetails;

/**
 * Shows the revisions.
 */
@Command(name = "history", description = "Show the revisions, newest first", footer = { "  ./migrate history",
		"  ./migrate history -r 1b6e0d5c9a77:head", "  ./migrate history -i --graph" })
final class HistoryCommand implements Callable<Integer>, WithRecords {

	private final Session session;

	@Mixin
	private final JsonOption json = new JsonOption();

	@Option(names = { "-r", "--rev-range" }, paramLabel = "RANGE", description = "only START:END, START: or :END")
	private @Nullable String range;

	@Option(names = { "-i", "--indicate-current" }, description = "mark the current revisions of the database")
	private boolean indicateCurrent;

	@Option(names = "--graph", description = "draw the revisions as a graph")
	private boolean graph;

	HistoryCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		List<RevisionDetails> history = this.session.migrate().history(this.range, this.indicateCurrent);
		if (this.json.wanted()) {
			this.session.printJson(history);
		}
		else if (this.graph) {
			this.session.print(HistoryGraph.draw(history.stream().map(this::node).toList()));
		}
		else {
			history.forEach((details) -> this.session.print(lines(details)));
		}
		return ExitCode.OK;
	}

	private List<String> lines(RevisionDetails details) {
		RevisionText text = this.session.text();
		return this.session.isVerbose() ? text.describe(details, this.indicateCurrent)
				: List.of(text.history(details, this.indicateCurrent));
	}

	private HistoryGraph.Node node(RevisionDetails details) {
		return new HistoryGraph.Node(details.revision().id(), details.revision().downRevisions(), lines(details));
	}

}
