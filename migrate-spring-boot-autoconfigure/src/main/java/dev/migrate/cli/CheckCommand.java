package dev.migrate.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Compares entities and database.
 */
@Command(name = "check", description = "Compare entities and database; exit with 1 if they differ",
		footer = "  ./migrate check")
final class CheckCommand implements Callable<Integer> {

	private final Session session;

	@Mixin
	private final JsonOption json = new JsonOption();

	CheckCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		throw Comparison.unsupported();
	}

}
