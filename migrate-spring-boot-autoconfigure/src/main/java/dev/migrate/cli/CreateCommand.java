package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.migrate.cli.CommandException.Kind;
import dev.migrate.command.AutogenerateRequest;
import dev.migrate.command.Migrate;
import dev.migrate.command.RevisionDetails;
import dev.migrate.command.RevisionRequest;

/**
 * Writes a revision from the entities, an empty one if the application has none, and asks
 * what is missing.
 */
@Command(name = "create", description = "Write a revision from the entities; asks for its message on a terminal",
		footer = { "  ./migrate create", "  ./migrate create --message \"Add phone number to users\"",
				"  ./migrate create --initial" })
final class CreateCommand implements Callable<Integer> {

	private final Session session;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "what it does, in a line")
	private @Nullable String message;

	@Option(names = "--initial", description = "the first revision; refused if there are others")
	private boolean initial;

	@Mixin
	private final RevisionOptions options = new RevisionOptions();

	@Mixin
	private final AutogenerateOptions autogenerateOptions = new AutogenerateOptions();

	CreateCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		RevisionRequest request = this.options.request(message());
		AutogenerateRequest how = this.autogenerateOptions.request(this.spec, this.session.terminal());
		Migrate migrate = this.session.migrate();
		if (this.initial) {
			requireNoRevisions(migrate);
		}
		if (migrate.hasModel()) {
			migrate.autogenerate(request, how).ifPresent(this.session::print);
		}
		else {
			this.session.print(migrate.revision(request));
		}
		return ExitCode.OK;
	}

	private String message() {
		String given = (this.message == null && !this.initial) ? ask() : this.message;
		if (given == null) {
			return "Initial migration";
		}
		if (given.isBlank()) {
			throw missing("The message is empty");
		}
		return given.strip();
	}

	private String ask() {
		Terminal terminal = this.session.terminal();
		if (!terminal.isInteractive()) {
			throw missing("There is no message, and no terminal to ask for it");
		}
		String answer = terminal.ask("Message: ");
		return (answer != null) ? answer : "";
	}

	private UsageException missing(String problem) {
		return new UsageException(this.spec, problem, "add --message \"what the revision does\"");
	}

	private static void requireNoRevisions(Migrate migrate) {
		List<RevisionDetails> heads = migrate.heads(false);
		if (!heads.isEmpty()) {
			throw new CommandException(Kind.REVISIONS_EXIST,
					"There are revisions already, up to %s"
						.formatted(String.join(", ", heads.stream().map((head) -> head.revision().id()).toList())),
					"leave out --initial to write the next one");
		}
	}

}
