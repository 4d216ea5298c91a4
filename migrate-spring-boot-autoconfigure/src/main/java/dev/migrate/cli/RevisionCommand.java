package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Writes a revision.
 */
@Command(name = "revision", description = "Write a new revision",
		footer = { "  ./migrate revision -m \"Add phone number to users\"",
				"  ./migrate revision -m \"Start a branch\" --head base --branch-label people",
				"  ./migrate revision -m \"Index names\" --format sql" })
final class RevisionCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	/** As Alembic calls a revision without message. */
	private static final String DEFAULT_MESSAGE = "empty message";

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "what it does, in a line")
	private String message = DEFAULT_MESSAGE;

	@Option(names = "--autogenerate", description = "fill it with what entities and database differ in")
	private boolean autogenerate;

	@Option(names = "--sql", description = "with --autogenerate: write the upgrade as SQL to stdout, and no file")
	private boolean sql;

	@Mixin
	private final RevisionOptions options = new RevisionOptions();

	RevisionCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		if (this.sql && !this.autogenerate) {
			throw new UsageException(this.spec, "--sql previews what --autogenerate finds",
					"add --autogenerate, or write SQL with --format sql");
		}
		if (this.autogenerate) {
			throw Comparison.unsupported();
		}
		this.session.print(this.session.migrate().revision(this.options.request(this.message)).toString());
		return ExitCode.OK;
	}

}
