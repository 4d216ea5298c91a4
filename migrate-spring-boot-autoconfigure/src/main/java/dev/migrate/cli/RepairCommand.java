package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.runtime.ChangedRevision;

/**
 * Accepts applied revisions whose files were changed.
 */
@Command(name = "repair", description = "Accept applied revisions whose files were changed, after showing the change",
		footer = { "  ./migrate repair --dry-run", "  ./migrate repair 3f2a9c1b7d4e" })
final class RepairCommand implements Callable<Integer> {

	private final Session session;

	@Option(names = "--dry-run", description = "show what was changed and accept nothing")
	private boolean dryRun;

	@Parameters(paramLabel = "REV", arity = "0..*", description = "the revisions (default: all that were changed)")
	private List<String> revisions = List.of();

	@Mixin
	private final ConfirmOption confirm = new ConfirmOption();

	RepairCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		List<ChangedRevision> changed = this.session.migrate().changedRevisions(this.revisions);
		changed.forEach((revision) -> this.session.print(ChangedRevisionText.of(revision)));
		if (changed.isEmpty()) {
			this.session.print("No applied revision was changed.");
		}
		else if (!this.dryRun) {
			this.session.out().flush();
			this.confirm.confirmed(this.session).repair(changed);
		}
		return ExitCode.OK;
	}

}
