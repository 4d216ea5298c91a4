package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Applies revisions.
 */
@Command(name = "upgrade", description = "Apply revisions up to a target (default: head)",
		footer = { "  ./migrate upgrade", "  ./migrate upgrade +1", "  ./migrate upgrade people@head",
				"  ./migrate upgrade 1b6e0d5c9a77:head --sql" })
final class UpgradeCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private final TargetArgument target = new TargetArgument();

	@Option(names = "--sql", description = "write the steps as SQL instead; the target may be a range START:END")
	private boolean sql;

	UpgradeCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		String target = this.target.get(this.spec, "head");
		if (this.sql) {
			this.session.printScript(this.session.migrate().upgradeSql(target));
		}
		else {
			this.target.requireNoRange(this.spec, target);
			this.session.migrate().upgrade(target);
		}
		return ExitCode.OK;
	}

}
