package dev.migrate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.migrate.command.DestructiveAction;
import dev.migrate.command.Migrate;

/**
 * How a person says that what a protected database would lose is meant to be lost.
 */
final class ConfirmOption {

	@Option(names = "--confirm", paramLabel = "NAME",
			description = "the name of the database, if it is protected by migrate.protected=true")
	private @Nullable String name;

	/**
	 * The commands, confirmed by the option or at the terminal.
	 */
	Migrate confirmed(Session session) {
		return session.migrate().confirmedBy((action) -> confirm(session.terminal(), action));
	}

	private @Nullable String confirm(Terminal terminal, DestructiveAction action) {
		if (this.name != null || !terminal.isInteractive()) {
			return this.name;
		}
		String answer = terminal.ask("The database '%s' is protected, and %s %s.%nType its name to go on: "
			.formatted(action.database(), action.command(), action.consequence()));
		return (answer != null) ? answer.strip() : null;
	}

}
