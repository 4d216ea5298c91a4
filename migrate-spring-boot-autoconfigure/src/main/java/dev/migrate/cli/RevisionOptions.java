package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.migrate.command.RevisionRequest;
import dev.migrate.script.RevisionFormat;

/**
 * What a new revision is to be.
 */
final class RevisionOptions {

	@Option(names = "--format", paramLabel = "FORMAT", description = "java or sql (default: migrate.revision.format)")
	private @Nullable RevisionFormat format;

	@Option(names = "--head", paramLabel = "REV", split = ",",
			description = "what it builds on, base for nothing (default: head)")
	private List<String> heads = List.of();

	@Option(names = "--splice", description = "allow to build on a revision that is no head")
	private boolean splice;

	@Option(names = "--branch-label", paramLabel = "LABEL", split = ",",
			description = "a label for the branch that starts here")
	private List<String> branchLabels = List.of();

	@Option(names = "--version-path", paramLabel = "FOLDER", description = "the folder to write it to")
	private @Nullable Path versionPath;

	@Option(names = "--rev-id", paramLabel = "ID", description = "an id in place of a generated one")
	private @Nullable String id;

	@Option(names = "--depends-on", paramLabel = "REV", split = ",",
			description = "what must be applied before it, without being an ancestor")
	private List<String> dependsOn = List.of();

	RevisionRequest request(String message) {
		return new RevisionRequest(message, this.format, this.heads, this.splice, this.branchLabels, this.dependsOn,
				this.versionPath, this.id);
	}

}
