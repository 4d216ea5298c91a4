package dev.migrate.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Changes;
import dev.migrate.autogenerate.ChangesMessage;
import dev.migrate.autogenerate.JavaBodyWriter;
import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.Rename;
import dev.migrate.autogenerate.RenameCandidates;
import dev.migrate.autogenerate.Renames;
import dev.migrate.autogenerate.Rewriter;
import dev.migrate.autogenerate.SqlBodyWriter;
import dev.migrate.autogenerate.WrittenTables;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.revision.NewRevision;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.schema.Schema;
import dev.migrate.script.NewScript;
import dev.migrate.script.RevisionBody;
import dev.migrate.script.RevisionFormat;
import dev.migrate.script.ScriptDirectory;

/**
 * Writes revisions from what a database and its model differ in.
 */
public final class Autogeneration {

	private static final Log logger = LogFactory.getLog("dev.migrate.autogenerate");

	private final ModelComparison comparison;

	private final RevisionFiles files;

	private final NamingConvention naming;

	private final Supplier<@Nullable Rewriter> rewriter;

	private final RevisionVerifier verifier;

	/**
	 * Create it.
	 * @param comparison compares the database with its model
	 * @param files writes new revisions
	 * @param naming names constraints without a name
	 * @param rewriter gives what changes the operations that were found, or {@code null}
	 * for nothing; not asked before there are some
	 * @param verifier tries a revision before its file appears
	 */
	public Autogeneration(ModelComparison comparison, RevisionFiles files, NamingConvention naming,
			Supplier<@Nullable Rewriter> rewriter, RevisionVerifier verifier) {
		this.comparison = comparison;
		this.files = files;
		this.naming = naming;
		this.rewriter = rewriter;
		this.verifier = verifier;
	}

	ModelComparison comparison() {
		return this.comparison;
	}

	Optional<Path> revision(ScriptDirectory directory, RevisionRequest request, AutogenerateRequest options) {
		NewRevision identifiers = this.files.identifiers(directory, request);
		Dialect dialect = this.comparison.requireHeads(directory);
		Model model = this.comparison.model(dialect);
		Changes changes = detect(model, dialect, options);
		if (changes.upgrade().isEmpty() && !options.allowEmpty()) {
			return Optional.empty();
		}
		return Optional.of(write(identifiers, request, changes, (script) -> {
			if (options.verify() && !changes.upgrade().isEmpty()) {
				this.verifier.verify(script, changes, null, model);
			}
		}));
	}

	String preview(ScriptDirectory directory, RevisionRequest request, AutogenerateRequest options) {
		this.files.identifiers(directory, request);
		Dialect dialect = this.comparison.requireHeads(directory);
		List<Operation> upgrade = detect(this.comparison.model(dialect), dialect, options).upgrade();
		return sql((writer) -> writer.write(upgrade));
	}

	NewBaseline baseline(ScriptDirectory directory, RevisionRequest request) {
		List<String> heads = directory.graph().heads();
		if (!heads.isEmpty()) {
			throw new MigrationException(Kind.ALREADY_VERSIONED,
					"There are revisions already, up to %s".formatted(String.join(", ", heads)),
					"a baseline is the first revision; if the database is as they make it, run migrate stamp "
							+ ((heads.size() > 1) ? "heads" : "head"));
		}
		this.comparison.session().requireNoRows();
		Schema found = this.comparison.found();
		Changes changes = this.comparison.creation(found);
		if (changes.isEmpty()) {
			throw new MigrationException(Kind.NO_MODEL, "The database has nothing to write a baseline of",
					"write the first revision by migrate revision --autogenerate");
		}
		List<String> others = this.comparison.others();
		if (!others.isEmpty()) {
			logger.warn("The baseline leaves out what is not known here; write it into the revision: "
					+ String.join(", ", others));
		}
		NewRevision identifiers = this.files.identifiers(directory, request);
		return new NewBaseline(identifiers.id(), write(identifiers, request, changes,
				(script) -> this.verifier.verify(script, changes, new Schema(List.of()), Model.of(found))));
	}

	private Path write(NewRevision identifiers, RevisionRequest request, Changes changes, Consumer<NewScript> check) {
		RevisionFormat format = this.files.format(request);
		RevisionBody body = switch (format) {
			case JAVA -> JavaBodyWriter.write(changes);
			case SQL -> sql((writer) -> writer.write(changes));
		};
		String message = request.message().isBlank() ? ChangesMessage.of(changes) : request.message();
		return this.files.write(identifiers, message, format, body, request.versionPath(), check);
	}

	private <T> T sql(Function<SqlBodyWriter, T> work) {
		return this.comparison.session().run("Writing SQL", (connection, dialect) -> {
			try (WrittenTables tables = new WrittenTables(dialect, connection)) {
				return work.apply(new SqlBodyWriter(dialect, this.naming, tables));
			}
		});
	}

	private Changes detect(Model model, Dialect dialect, AutogenerateRequest options) {
		Changes found = renamed(model, options);
		found.differences().forEach((difference) -> logger.info("Detected " + difference.text()));
		Rewriter rewriter = this.rewriter.get();
		Changes changes = (rewriter != null) ? found.rewritten(rewriter, dialect) : found;
		if (changes.upgrade().isEmpty()) {
			logger.info("No changes detected");
		}
		return changes;
	}

	private Changes renamed(Model model, AutogenerateRequest options) {
		Renames renames = options.renames();
		Changes changes = this.comparison.compare(model, renames);
		if (options.decision() == null) {
			warn(RenameCandidates.of(changes));
			return changes;
		}
		RenameCandidates candidates = new RenameCandidates();
		List<Rename> more = candidates.decide(changes, options.decision());
		// To rename a table may show what was renamed in it
		while (!more.isEmpty()) {
			renames = renames.and(more);
			changes = this.comparison.compare(model, renames);
			more = candidates.decide(changes, options.decision());
		}
		return changes;
	}

	private static void warn(List<Rename> candidates) {
		if (!candidates.isEmpty()) {
			logger.warn("What is dropped here, with its data, may only have another name now; if so, say "
					+ candidates.stream().map(Rename::option).collect(Collectors.joining(" or ")));
		}
	}

}
