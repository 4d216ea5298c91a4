package dev.migrate.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.migrate.command.AutogenerateRequest;

/**
 * Writes a revision from the entities.
 */
@Command(name = "generate",
		description = "Write a revision with what entities and database differ in, as revision --autogenerate",
		footer = { "  ./migrate generate \"Add user table\"", "  ./migrate generate" })
final class GenerateCommand implements Callable<Integer> {

	private final Session session;

	@Parameters(paramLabel = "MESSAGE", arity = "0..1",
			description = "what it does, in a line (default: made from what is found)")
	private @Nullable String message;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private final RevisionOptions options = new RevisionOptions();

	@Mixin
	private final AutogenerateOptions autogenerateOptions = new AutogenerateOptions();

	GenerateCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		AutogenerateRequest how = this.autogenerateOptions.request(this.spec, this.session.terminal());
		this.session.migrate()
			.autogenerate(this.options.request((this.message != null) ? this.message : ""), how)
			.ifPresent(this.session::print);
		return ExitCode.OK;
	}

}
