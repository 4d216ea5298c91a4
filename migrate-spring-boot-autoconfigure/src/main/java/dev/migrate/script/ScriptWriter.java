package dev.migrate.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.lang.model.SourceVersion;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;

/**
 * Writes new revision files into a project.
 */
public final class ScriptWriter {

	/** Ends the name of a file that is not looked for. */
	private static final String REJECTED = ".rejected";

	private final ProjectLayout layout;

	private final ScriptLocations locations;

	private final ScriptSettings settings;

	/**
	 * Create a writer.
	 * @param layout the project
	 * @param locations where the application looks for revisions
	 * @param settings how files are written
	 */
	public ScriptWriter(ProjectLayout layout, ScriptLocations locations, ScriptSettings settings) {
		this.layout = layout;
		this.locations = locations;
		this.settings = settings;
	}

	/**
	 * Write a revision into a new file.
	 * @param revision the revision; its source is not regarded
	 * @param format the format
	 * @param body what it does
	 * @param versionPath the folder to write to, relative to the project's folder or
	 * absolute, or {@code null} for the usual one
	 * @return the file
	 * @throws ScriptException if the file exists or cannot be written, or if the folder
	 * is none in which revisions are looked for: nothing is written then; or if the
	 * command that is to be executed on it fails: the file stays
	 */
	public WrittenScript write(Revision revision, RevisionFormat format, RevisionBody body,
			@Nullable Path versionPath) {
		return write(revision, format, body, versionPath, (script) -> {
		});
	}

	/**
	 * Write a revision into a new file, if it stands a check.
	 * @param revision the revision; its source is not regarded
	 * @param format the format
	 * @param body what it does
	 * @param versionPath the folder to write to, relative to the project's folder or
	 * absolute, or {@code null} for the usual one
	 * @param check looks at the text before the file appears
	 * @return the file
	 * @throws ScriptException as without a check, or if the check fails: the text is kept
	 * under a name that is not looked for, which the message says
	 */
	public WrittenScript write(Revision revision, RevisionFormat format, RevisionBody body, @Nullable Path versionPath,
			Consumer<NewScript> check) {
		Path folder = (versionPath != null) ? knownFolder(versionPath, format) : this.layout.folder(format);
		Instant createDate = Objects.requireNonNullElseGet(revision.createDate(), Instant::now);
		List<String> names = new FileNameTemplate(this.settings.fileTemplate()).expand(revision, createDate, format);
		Path file = resolve(folder, names, format);
		String rendered = template(format).render(values(revision, format, body, file));
		String text = (format == RevisionFormat.SQL) ? SqlSource.withTransactions(rendered, body) : rendered;
		requireRevision(revision, format, text, file);
		check(new NewScript(revision, format, file, text), check);
		create(file, text);
		if (this.settings.postWrite() == null || this.settings.postWrite().isBlank()) {
			return new WrittenScript(file, "");
		}
		return new WrittenScript(file,
				new PostWriteHook(this.settings.postWrite(), this.layout.directory()).execute(file));
	}

	private Path knownFolder(Path versionPath, RevisionFormat format) {
		Path folder = this.layout.directory().resolve(versionPath).normalize();
		List<Path> known = this.layout.folders(format, this.locations);
		if (known.stream().noneMatch(folder::startsWith)) {
			throw new ScriptException(
					"The version path %s is no folder in which %s revisions are looked for".formatted(versionPath,
							(format == RevisionFormat.JAVA) ? "Java" : "SQL"),
					"choose one in %s, or add it to migrate.%s".formatted(
							known.stream().map(this.layout::display).collect(Collectors.joining(" or ")),
							(format == RevisionFormat.JAVA) ? "packages" : "locations"));
		}
		return folder;
	}

	private static Path resolve(Path folder, List<String> names, RevisionFormat format) {
		String name = String.join("/", names) + format.extension();
		try {
			return folder.resolve(name);
		}
		catch (InvalidPathException ex) {
			throw new ScriptException("No file can have the name '%s'".formatted(name),
					"correct migrate.revision.file-template", ex);
		}
	}

	private ScriptTemplate template(RevisionFormat format) {
		Path template = this.settings.template();
		if (template == null || !ScriptTemplate.serves(template, format)) {
			return ScriptTemplate.builtIn(format);
		}
		return ScriptTemplate.read(this.layout.directory().resolve(template));
	}

	private Map<String, String> values(Revision revision, RevisionFormat format, RevisionBody body, Path file) {
		if (format == RevisionFormat.SQL) {
			return SqlSource.values(revision, body);
		}
		String className = file.getFileName().toString().replace(format.extension(), "");
		Path folder = Objects.requireNonNull(file.getParent());
		String packageName = this.layout.javaFolder()
			.relativize(folder)
			.toString()
			.replace('\\', '/')
			.replace('/', '.');
		if (!SourceVersion.isName(packageName)) {
			throw new ScriptException(
					"The folder %s would be the package '%s', which Java cannot have".formatted(folder, packageName),
					"choose another folder");
		}
		return JavaSource.values(revision, packageName, className, body);
	}

	/**
	 * What is written must be found again: a template of one's own may have forgotten it.
	 */
	private void requireRevision(Revision revision, RevisionFormat format, String text, Path file) {
		String source = file.getFileName().toString();
		String problem = "its identifiers are missing";
		try {
			Optional<Revision> written = (format == RevisionFormat.JAVA) ? SourceIdentifiers.read(text, source)
					: Optional.of(SqlScriptParser.parse(text, source).revision());
			if (written.filter((found) -> isSame(found, revision)).isPresent()) {
				return;
			}
		}
		catch (ScriptException ex) {
			problem = ex.getProblem();
		}
		throw new ScriptException(
				"The template %s gives no file of revision %s: %s".formatted(this.settings.template(), revision.id(),
						problem),
				"let it contain ${identifiers}" + ((format == RevisionFormat.SQL) ? " and '-- migrate:upgrade'" : ""));
	}

	private static boolean isSame(Revision written, Revision revision) {
		return written.id().equals(revision.id()) && written.downRevisions().equals(revision.downRevisions())
				&& written.branchLabels().equals(revision.branchLabels())
				&& written.dependsOn().equals(revision.dependsOn());
	}

	private void check(NewScript script, Consumer<NewScript> check) {
		try {
			check.accept(script);
		}
		catch (MigrateException ex) {
			Path rejected = script.file().resolveSibling(script.file().getFileName() + REJECTED);
			create(rejected, script.text());
			throw new ScriptException("The new revision is not accepted: " + ex.getProblem(),
					"%s; it is kept as %s for you to look at".formatted(ex.getRemedy(), this.layout.display(rejected)),
					ex);
		}
	}

	private void create(Path file, String text) {
		try {
			NewFile.create(file, text);
		}
		catch (FileAlreadyExistsException ex) {
			throw new ScriptException("The file %s exists".formatted(ex.getFile()),
					"choose another message or id, or delete the file", ex);
		}
		catch (IOException ex) {
			throw new ScriptException("The revision cannot be written to %s: %s".formatted(file, NewFile.reason(ex)),
					"make the folder writable, or choose another with --version-path", ex);
		}
	}

}
