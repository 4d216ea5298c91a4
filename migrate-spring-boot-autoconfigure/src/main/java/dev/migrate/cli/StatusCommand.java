package dev.migrate.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

import dev.migrate.revision.Revision;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.DatabaseStatus;

/**
 * Shows where the database stands.
 */
@Command(name = "status", description = "Show where the database stands and what is pending",
		footer = { "  ./migrate status", "  ./migrate status --json" })
final class StatusCommand implements Callable<Integer> {

	private final Session session;

	/** The name of the only database, as in the endpoint. */
	private static final String DATABASE = "default";

	@Mixin
	private final JsonOption json = new JsonOption();

	StatusCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		DatabaseState state = this.session.migrate().status();
		List<Revision> changed = (state.status() != DatabaseStatus.UNREACHABLE) ? this.session.migrate().changed()
				: List.of();
		if (this.json.wanted()) {
			this.session.print(Json.of(StatusJson.of(DATABASE, state, changed)));
		}
		else {
			this.session.print(StatusText.of(DATABASE, state, changed));
		}
		if (state.status() == DatabaseStatus.UNREACHABLE) {
			this.session.notice("The database cannot be reached; check that it runs, and its URL, user and password");
			return ExitCode.SOFTWARE;
		}
		return ExitCode.OK;
	}

}
