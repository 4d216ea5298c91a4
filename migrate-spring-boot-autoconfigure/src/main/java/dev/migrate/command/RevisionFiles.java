package dev.migrate.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.NewRevision;
import dev.migrate.revision.NewRevisions;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionResolver;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.IdStyle;
import dev.migrate.script.NewScript;
import dev.migrate.script.ProjectLayout;
import dev.migrate.script.RevisionBody;
import dev.migrate.script.RevisionFormat;
import dev.migrate.script.RevisionIds;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLocations;
import dev.migrate.script.ScriptSettings;
import dev.migrate.script.ScriptWriter;

/**
 * Writes the files of new revisions into the project.
 */
public final class RevisionFiles {

	private static final String HEAD = "head";

	private final ProjectLayout layout;

	private final ScriptLocations locations;

	private final ScriptSettings settings;

	private final RevisionFormat format;

	private final IdStyle idStyle;

	private final Clock clock;

	/**
	 * Create a writer of files.
	 * @param layout the project
	 * @param locations where the application looks for revisions
	 * @param settings how files are written
	 * @param format the language of new revisions
	 * @param idStyle the style of new ids
	 * @param clock tells the create date
	 */
	public RevisionFiles(ProjectLayout layout, ScriptLocations locations, ScriptSettings settings,
			RevisionFormat format, IdStyle idStyle, Clock clock) {
		this.layout = layout;
		this.locations = locations;
		this.settings = settings;
		this.format = format;
		this.idStyle = idStyle;
		this.clock = clock;
	}

	Path write(ScriptDirectory directory, RevisionRequest request) {
		return write(identifiers(directory, request), request.message(), format(request), RevisionBody.EMPTY,
				request.versionPath(), (script) -> {
				});
	}

	NewRevision identifiers(ScriptDirectory directory, RevisionRequest request) {
		String id = (request.id() != null) ? request.id() : nextId(directory);
		return new NewRevisions(directory.graph()).create(id, heads(request), request.splice(), request.branchLabels(),
				request.dependsOn());
	}

	RevisionFormat format(RevisionRequest request) {
		return (request.format() != null) ? request.format() : this.format;
	}

	private static List<String> heads(RevisionRequest request) {
		return request.heads().isEmpty() ? List.of(HEAD) : request.heads();
	}

	Path write(ScriptDirectory directory, MergeRequest request) {
		RevisionGraph graph = directory.graph();
		String id = (request.id() != null) ? request.id() : nextId(directory);
		NewRevision revision = new NewRevisions(graph).merge(id, request.revisions(), request.splice(),
				request.branchLabels());
		String message = request.message().isBlank() ? "Merge " + String.join(" and ", revision.downRevisions())
				: request.message();
		return write(revision, message, this.format, RevisionBody.EMPTY, null, (script) -> {
		});
	}

	private String nextId(ScriptDirectory directory) {
		return new RevisionIds(this.idStyle, new SecureRandom(), this.clock).next(directory.graph());
	}

	Path write(NewRevision identifiers, String message, RevisionFormat format, RevisionBody body,
			@Nullable Path versionPath, Consumer<NewScript> check) {
		Instant createDate = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		Revision revision = new Revision(identifiers.id(), identifiers.downRevisions(), identifiers.branchLabels(),
				identifiers.dependsOn(), message, createDate, "the new revision");
		return new ScriptWriter(this.layout, this.locations, this.settings)
			.write(revision, format, body, versionPath, check)
			.file();
	}

	/**
	 * The source file of a revision.
	 * @param directory the revisions
	 * @param symbol names one of them
	 * @param rows the version rows, for symbols that depend on them
	 * @return the file in the project
	 * @throws MigrationException if the symbol names none or several, or the project does
	 * not have the file
	 */
	Path sourceOf(ScriptDirectory directory, String symbol, List<String> rows) {
		List<String> ids = new RevisionResolver(directory.graph()).resolve(symbol, rows);
		if (ids.size() != 1) {
			throw new MigrationException(Kind.UNSUPPORTED,
					"'%s' names %s revisions".formatted(symbol, ids.isEmpty() ? "no" : "several"),
					ids.isEmpty() ? "name one" : "name one of " + String.join(", ", ids));
		}
		return sourceOf(directory, ids.get(0));
	}

	private Path sourceOf(ScriptDirectory directory, String id) {
		Path read = Path.of(directory.graph().get(id).source());
		return directory.source(id)
			.or(() -> Optional.of(read).filter(Files::isRegularFile))
			.orElseThrow(() -> new MigrationException(Kind.UNSUPPORTED,
					"The source of revision %s (%s) is not in the project %s".formatted(id,
							directory.graph().get(id).source(), this.layout.directory()),
					"run the command in the project, or set migrate.project-directory"));
	}

}
