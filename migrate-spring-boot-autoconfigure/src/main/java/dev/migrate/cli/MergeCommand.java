package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.command.MergeRequest;

/**
 * Writes a merge revision.
 */
@Command(name = "merge", description = "Write a revision that joins heads",
		footer = { "  ./migrate merge heads -m \"Merge branches\"",
				"  ./migrate merge -m \"Merge branches\" 3f2a9c1b7d4e 94e4867eb12a" })
final class MergeCommand implements Callable<Integer> {

	private final Session session;

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "what it does, in a line")
	private String message = "";

	@Option(names = "--branch-label", paramLabel = "LABEL", split = ",",
			description = "a label for the branch that starts here")
	private List<String> branchLabels = List.of();

	@Option(names = "--rev-id", paramLabel = "ID", description = "an id in place of a generated one")
	private @Nullable String id;

	@Option(names = "--splice", description = "allow revisions that are no heads")
	private boolean splice;

	@Parameters(paramLabel = "REV", arity = "1..*", description = "the revisions to join, or heads")
	private List<String> revisions = List.of();

	MergeCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		MergeRequest request = new MergeRequest(this.message, this.revisions, this.splice, this.branchLabels, this.id);
		this.session.print(this.session.migrate().merge(request).toString());
		return ExitCode.OK;
	}

}
