package dev.migrate.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

import dev.migrate.command.Migrate;
import dev.migrate.command.RevisionDetails;

/**
 * Shows the branch points.
 */
@Command(name = "branches", description = "Show the revisions that several others build on",
		footer = "  ./migrate branches")
final class BranchesCommand implements Callable<Integer>, WithRecords {

	private final Session session;

	@Mixin
	private final JsonOption json = new JsonOption();

	BranchesCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		Migrate migrate = this.session.migrate();
		List<RevisionDetails> branches = migrate.branches();
		if (this.json.wanted()) {
			this.session.printJson(branches);
		}
		else if (!branches.isEmpty()) {
			Map<String, RevisionDetails> all = migrate.history(null, false)
				.stream()
				.collect(Collectors.toMap((details) -> details.revision().id(), Function.identity()));
			branches.forEach((branch) -> print(branch, branch.children().stream().map(all::get).toList()));
		}
		return ExitCode.OK;
	}

	private void print(RevisionDetails branch, List<RevisionDetails> children) {
		boolean verbose = this.session.isVerbose();
		RevisionText text = this.session.text();
		this.session.print(verbose ? text.describe(branch, false) : List.of(text.branch(branch)));
		children.forEach((child) -> this.session.print(text.child(child, verbose)));
		this.session.print("");
	}

}
