package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

import dev.migrate.command.RevisionRequest;
import dev.migrate.script.RevisionFormat;

/**
 * Takes over a database that was never migrated.
 */
@Command(name = "baseline",
		description = "Write the first revision from what the database has, and stamp the database with it",
		footer = { "  ./migrate baseline", "  ./migrate baseline -m \"Baseline\"" })
final class BaselineCommand implements Callable<Integer> {

	private final Session session;

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "what it does, in a line")
	private String message = "Baseline";

	@Option(names = "--format", paramLabel = "FORMAT", description = "java or sql (default: migrate.revision.format)")
	private @Nullable RevisionFormat format;

	@Option(names = "--version-path", paramLabel = "FOLDER", description = "the folder to write it to")
	private @Nullable Path versionPath;

	@Option(names = "--rev-id", paramLabel = "ID", description = "an id in place of a generated one")
	private @Nullable String id;

	BaselineCommand(Session session) {
		this.session = session;
	}

	@Override
	public Integer call() {
		RevisionRequest request = new RevisionRequest(this.message, this.format, List.of(), false, List.of(), List.of(),
				this.versionPath, this.id);
		this.session.print(this.session.migrate().baseline(request));
		return ExitCode.OK;
	}

}
