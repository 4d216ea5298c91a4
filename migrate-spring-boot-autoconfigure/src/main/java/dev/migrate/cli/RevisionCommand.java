package dev.migrate.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.migrate.command.AutogenerateRequest;
import dev.migrate.command.RevisionRequest;

/**
 * Writes a revision.
 */
@Command(name = "revision", description = "Write a new revision",
		footer = { "  ./migrate revision -m \"Add phone number to users\"",
				"  ./migrate revision --autogenerate -m \"Add phone number to users\"",
				"  ./migrate revision -m \"Start a branch\" --head base --branch-label people",
				"  ./migrate revision -m \"Index names\" --format sql" })
final class RevisionCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	/** As Alembic calls a revision without message. */
	private static final String DEFAULT_MESSAGE = "empty message";

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT",
			description = "what it does, in a line (with --autogenerate: made from what is found)")
	private @Nullable String message;

	@Option(names = "--autogenerate", description = "fill it with what entities and database differ in")
	private boolean autogenerate;

	@Option(names = "--sql", description = "with --autogenerate: write the upgrade as SQL to stdout, and no file")
	private boolean sql;

	@Mixin
	private final RevisionOptions options = new RevisionOptions();

	@Mixin
	private final AutogenerateOptions autogenerateOptions = new AutogenerateOptions();

	RevisionCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		if (this.sql && !this.autogenerate) {
			throw new UsageException(this.spec, "--sql previews what --autogenerate finds",
					"add --autogenerate, or write SQL with --format sql");
		}
		if (!this.autogenerate) {
			this.autogenerateOptions.requireNone(this.spec);
			String message = (this.message != null) ? this.message : DEFAULT_MESSAGE;
			this.session.print(this.session.migrate().revision(this.options.request(message)).toString());
			return ExitCode.OK;
		}
		RevisionRequest request = this.options.request((this.message != null) ? this.message : "");
		AutogenerateRequest how = this.autogenerateOptions.request(this.spec, this.session.terminal());
		if (this.sql) {
			this.session.printScript(this.session.migrate().autogenerateSql(request, how));
		}
		else {
			this.session.migrate().autogenerate(request, how).ifPresent(this.session::print);
		}
		return ExitCode.OK;
	}

}
