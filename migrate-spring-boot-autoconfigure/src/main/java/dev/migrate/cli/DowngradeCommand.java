package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Takes revisions back.
 */
@Command(name = "downgrade",
		description = "Take revisions back down to a target, which stays applied (default: the last one, -1)",
		footer = { "  ./migrate downgrade", "  ./migrate downgrade base", "  ./migrate downgrade 1b6e0d5c9a77",
				"  ./migrate downgrade head --from-history", "  ./migrate downgrade 3f2a9c1b7d4e:1b6e0d5c9a77 --sql" })
final class DowngradeCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private final TargetArgument target = new TargetArgument();

	@Option(names = "--sql", description = "write the steps as SQL instead; the target must be a range START:END")
	private boolean sql;

	@Option(names = "--from-history",
			description = "take back what a newer build has applied, too, as the history says")
	private boolean fromHistory;

	@Mixin
	private final ConfirmOption confirm = new ConfirmOption();

	DowngradeCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		String target = this.target.get(this.spec, "-1");
		if (this.sql && this.fromHistory) {
			throw new UsageException(this.spec, "--from-history does not go with --sql",
					"the history is in the database, which --sql does not ask");
		}
		if (this.sql) {
			this.session.printScript(this.session.migrate().downgradeSql(target));
		}
		else {
			this.target.requireNoRange(this.spec, target);
			this.confirm.confirmed(this.session).downgrade(target, this.fromHistory);
		}
		return ExitCode.OK;
	}

}
