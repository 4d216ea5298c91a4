package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Sets the version rows.
 */
@Command(name = "stamp", description = "Set the version rows without executing anything",
		footer = { "  ./migrate stamp head", "  ./migrate stamp --purge 1b6e0d5c9a77" })
final class StampCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--sql", description = "write the change as SQL instead")
	private boolean sql;

	@Option(names = "--purge", description = "delete all version rows first")
	private boolean purge;

	@Parameters(paramLabel = "REV", arity = "1..*", description = "the revisions, or base for none")
	private List<String> revisions = List.of();

	@Mixin
	private final ConfirmOption confirm = new ConfirmOption();

	StampCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		if (this.sql && this.purge) {
			throw new UsageException(this.spec, "--purge does not go with --sql",
					"the script that --sql writes starts from the rows that START:END names");
		}
		if (this.sql) {
			this.session.printScript(this.session.migrate().stampSql(this.revisions));
		}
		else {
			this.confirm.confirmed(this.session).stamp(this.revisions, this.purge);
		}
		return ExitCode.OK;
	}

}
