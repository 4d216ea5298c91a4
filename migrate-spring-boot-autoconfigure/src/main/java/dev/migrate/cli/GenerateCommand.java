package dev.migrate.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

	@Mixin
	private final RevisionOptions options = new RevisionOptions();

	GenerateCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		throw Comparison.unsupported();
	}

}
