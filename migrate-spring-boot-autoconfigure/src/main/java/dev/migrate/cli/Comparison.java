package dev.migrate.cli;

import dev.migrate.cli.CommandException.Kind;

/**
 * The comparison of entities and database, which is yet to come.
 */
final class Comparison {

	private Comparison() {
	}

	static CommandException unsupported() {
		return new CommandException(Kind.UNSUPPORTED, "This build cannot compare the database with entities yet",
				"write an empty revision by migrate revision -m \"what it does\" and fill it in");
	}

}
