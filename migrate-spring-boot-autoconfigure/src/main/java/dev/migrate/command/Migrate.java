package dev.migrate.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Difference;
import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionResolver;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ChangedRevision;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.HalfDone;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.Resolution;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLocations;

/**
 * The commands of one database: values in and out, nothing is printed. Revisions are read
 * anew for each command. Every method throws {@link MigrateException}, whose message is
 * meant for a person, when it cannot do its work; nothing is half-done then but what the
 * message names.
 * <p>
 * Symbols and ranges are those of Alembic: full and partial ids, {@code head},
 * {@code heads}, {@code base}, {@code current}, labels, {@code label@head}, and, where a
 * database is moved, {@code +1}, {@code -1}, {@code id+2}.
 */
public final class Migrate {

	private final Supplier<ScriptDirectory> scripts;

	private final Migrator migrator;

	private final Protection protection;

	private final Downgrades downgrades;

	private final MigrationInstances instances;

	private final OfflineCommands offline;

	private final RevisionFiles files;

	private final Autogeneration autogeneration;

	/**
	 * Create the commands.
	 * @param scripts reads the revisions
	 * @param migrator executes plans
	 * @param instances creates Java revisions
	 * @param offline writes plans
	 * @param files writes new revisions
	 * @param autogeneration compares the database with its model
	 */
	public Migrate(Supplier<ScriptDirectory> scripts, Migrator migrator, MigrationInstances instances,
			OfflineCommands offline, RevisionFiles files, Autogeneration autogeneration) {
		this(scripts, migrator, instances, offline, files, autogeneration, Protection.NONE);
	}

	private Migrate(Supplier<ScriptDirectory> scripts, Migrator migrator, MigrationInstances instances,
			OfflineCommands offline, RevisionFiles files, Autogeneration autogeneration, Protection protection) {
		this.scripts = scripts;
		this.migrator = migrator;
		this.protection = protection;
		this.downgrades = new Downgrades(migrator, protection);
		this.instances = instances;
		this.offline = offline;
		this.files = files;
		this.autogeneration = autogeneration;
	}

	/**
	 * The commands of the same database, of which those that lose something are refused
	 * unless they are {@linkplain #confirmedBy(Confirmation) confirmed}: a downgrade, a
	 * stamp that purges, a repair, a resolution other than another try.
	 * @return the protected commands
	 */
	public Migrate protect() {
		return with(new Protection(true, this.protection.confirmation()));
	}

	/**
	 * The same commands, with somebody who may say that a loss is meant.
	 * @param confirmation gives the name of the database
	 * @return the commands
	 */
	public Migrate confirmedBy(Confirmation confirmation) {
		return with(new Protection(this.protection.enabled(), confirmation));
	}

	private Migrate with(Protection protection) {
		return new Migrate(this.scripts, this.migrator, this.instances, this.offline, this.files, this.autogeneration,
				protection);
	}

	private ScriptDirectory load() {
		ScriptDirectory directory = this.scripts.get();
		this.migrator.requireKnownProducts(directory);
		return directory;
	}

	/**
	 * Apply revisions up to a target.
	 * @param target a symbol
	 * @return the steps that were executed, empty if there was nothing to do
	 */
	public List<Step> upgrade(String target) {
		ScriptDirectory directory = load();
		requireRevisions(directory);
		return this.migrator.migrate(directory, (planner, rows) -> planner.upgrade(rows, target));
	}

	/**
	 * Check that the database has all revisions up to a target. Nothing is locked or
	 * written; a database that a newer build has migrated is far enough.
	 * @param target a symbol
	 */
	public void verify(String target) {
		ScriptDirectory directory = load();
		requireRevisions(directory);
		this.migrator.targetCheck().verify(directory, target, (planner, rows) -> planner.upgrade(rows, target));
	}

	/**
	 * Wait until another process has applied all revisions up to a target, for as long as
	 * {@code upgrade} would wait for its lock. Nothing is locked or written.
	 * @param target a symbol
	 */
	public void await(String target) {
		ScriptDirectory directory = load();
		requireRevisions(directory);
		this.migrator.targetCheck().await(directory, target, (planner, rows) -> planner.upgrade(rows, target));
	}

	private static void requireRevisions(ScriptDirectory directory) {
		if (directory.graph().revisions().isEmpty()) {
			ScriptLocations locations = directory.locations();
			throw new MigrationException(Kind.NO_REVISION,
					"No revision was found, neither in %s nor in the packages %s".formatted(locations.locations(),
							locations.packages()),
					"write the first one, or correct migrate.locations or migrate.packages");
		}
	}

	/**
	 * Take revisions back down to a target, which stays applied.
	 * @param target a symbol, {@code base} for all, {@code -1} for the newest
	 * @return the steps that were executed, empty if there was nothing to do
	 */
	public List<Step> downgrade(String target) {
		return downgrade(target, false);
	}

	/**
	 * Take revisions back down to a target, which stays applied.
	 * @param target a symbol, {@code base} for all, {@code -1} for the newest; the
	 * {@code head} is that of this build
	 * @param fromHistory whether to take back what a newer build has applied, too, by the
	 * downgrades that the history has
	 * @return the steps that were executed, empty if there was nothing to do
	 */
	public List<Step> downgrade(String target, boolean fromHistory) {
		return this.downgrades.execute(load(), target, fromHistory);
	}

	/**
	 * Set the version rows without executing anything.
	 * @param targets symbols
	 * @param purge whether all rows are deleted before
	 */
	public void stamp(List<String> targets, boolean purge) {
		if (purge) {
			this.protection.require(this.migrator.session(), "migrate stamp --purge", this::rowsToLose);
		}
		this.migrator.stamp(load(), (planner, rows) -> planner.stamp(rows, targets, purge), purge);
	}

	private List<String> rowsToLose() {
		return this.migrator.reader().rows().stream().map((row) -> "version row " + row).toList();
	}

	/**
	 * The applied revisions whose files were changed, with what was changed.
	 * @param symbols absolute symbols; none for all applied revisions
	 * @return the revisions, in topological order
	 */
	public List<ChangedRevision> changedRevisions(List<String> symbols) {
		ScriptDirectory directory = load();
		return this.migrator.repair().find(directory, resolve(directory, symbols));
	}

	/**
	 * Accept applied revisions whose files were changed, as they are now.
	 * @param changed what {@link #changedRevisions} has returned, which must still be
	 * true
	 */
	public void repair(List<ChangedRevision> changed) {
		if (changed.isEmpty()) {
			return;
		}
		this.protection.require(this.migrator.session(), "migrate repair",
				() -> changed.stream()
					.map((each) -> "the proof that revision %s is what was applied".formatted(each.revision().id()))
					.toList());
		this.migrator.repair().accept(load(), changed);
	}

	private static List<String> resolve(ScriptDirectory directory, List<String> symbols) {
		RevisionResolver resolver = new RevisionResolver(directory.graph());
		return symbols.stream().map((symbol) -> resolver.resolveOne(symbol).id()).toList();
	}

	/**
	 * What is half done: a revision that was interrupted after statements which no
	 * rollback takes back.
	 * @return the revision, or empty if there is none
	 */
	public Optional<HalfDone> halfDone() {
		return this.migrator.reader().halfDone();
	}

	/**
	 * Settle what is half done.
	 * @param resolution how; {@link Resolution#RETRY} executes the rest of the revision
	 */
	public void resolve(Resolution resolution) {
		ScriptDirectory directory = load();
		Optional<HalfDone> halfDone = halfDone();
		if (resolution != Resolution.RETRY && halfDone.isPresent()) {
			this.protection.require(this.migrator.session(), "migrate resolve",
					() -> halfDone.get()
						.executed()
						.stream()
						.map((statement) -> "what '" + statement + "' has done")
						.toList());
		}
		this.migrator.resolve(directory, resolution);
		if (resolution == Resolution.RETRY) {
			HalfDone again = halfDone.orElseThrow();
			this.migrator.migrate(directory, (planner, rows) -> (again.direction() == Direction.DOWNGRADE)
					? planner.takeBack(rows, again.revision()) : planner.upgrade(rows, List.of(again.revision())));
		}
	}

	/**
	 * Create the version table and the history, if the database lacks them.
	 */
	public void ensureVersion() {
		this.migrator.ensureTables();
	}

	/**
	 * Write an upgrade as a script, without asking a database.
	 * @param range a target, or {@code start:target}
	 * @return the script
	 */
	public String upgradeSql(String range) {
		return this.offline.upgrade(load(), range);
	}

	/**
	 * Write a downgrade as a script, without asking a database.
	 * @param range {@code start:target}
	 * @return the script
	 */
	public String downgradeSql(String range) {
		return this.offline.downgrade(load(), range);
	}

	/**
	 * Write a stamp as a script, without asking a database.
	 * @param targets symbols, each perhaps as {@code start:target}
	 * @return the script
	 */
	public String stampSql(List<String> targets) {
		return this.offline.stamp(load(), targets);
	}

	/**
	 * Where the database stands.
	 * @return the state
	 */
	public DatabaseState status() {
		return this.migrator.reader().state(load());
	}

	/**
	 * The applied revisions whose files say something else than what was applied: all SQL
	 * revisions, and the Java revisions that can be written without a database.
	 * @return the revisions, in topological order
	 */
	public List<Revision> changed() {
		return this.migrator.reader().changed(load(), this.instances);
	}

	/**
	 * The applied heads.
	 * @return the version rows, and versioned heads that others of them depend on
	 */
	public List<RevisionDetails> current() {
		return new RevisionListing(load().graph(), this.migrator.reader().rows()).current();
	}

	/**
	 * Whether all heads are applied.
	 * @return whether the version rows are the heads of this build
	 */
	public boolean atHeads() {
		return new HashSet<>(this.migrator.reader().rows()).equals(new HashSet<>(load().graph().heads()));
	}

	/**
	 * The heads of this build.
	 * @param resolveDependencies whether heads that others depend on are left out
	 * @return the heads
	 */
	public List<RevisionDetails> heads(boolean resolveDependencies) {
		return new RevisionListing(load().graph(), null).heads(resolveDependencies);
	}

	/**
	 * The revisions of this build, newest first.
	 * @param range a range as {@code a:b}, {@code :b} or {@code a:}, or {@code null} for
	 * all
	 * @param askDatabase whether to say which revisions are applied; a range that names
	 * {@code current} asks anyway
	 * @return the revisions
	 */
	public List<RevisionDetails> history(@Nullable String range, boolean askDatabase) {
		boolean ask = askDatabase || (range != null && range.contains("current"));
		return new RevisionListing(load().graph(), ask ? this.migrator.reader().rows() : null).history(range);
	}

	/**
	 * The revisions that several others build on.
	 * @return the branch points
	 */
	public List<RevisionDetails> branches() {
		return new RevisionListing(load().graph(), null).branches();
	}

	/**
	 * The revisions that a symbol names.
	 * @param symbol an absolute symbol; {@code current} asks the database
	 * @return the revisions
	 */
	public List<RevisionDetails> showAll(String symbol) {
		return new RevisionListing(load().graph(), symbol.contains("current") ? this.migrator.reader().rows() : null)
			.show(symbol);
	}

	/**
	 * One revision.
	 * @param symbol an id, a partial id or a label
	 * @return the revision and what it is in the graph
	 */
	public RevisionDetails show(String symbol) {
		ScriptDirectory directory = load();
		return RevisionDetails.of(directory.graph(), new RevisionResolver(directory.graph()).resolveOne(symbol));
	}

	/**
	 * The SQL of a revision for the product of the database.
	 * @param symbol an id, a partial id or a label
	 * @param direction upgrade or downgrade
	 * @return the statements, without what ends them
	 * @throws IllegalArgumentException if the direction is a stamp
	 */
	public List<String> sql(String symbol, Direction direction) {
		if (direction == Direction.STAMP) {
			throw new IllegalArgumentException("A stamp has no SQL of a revision; ask for its upgrade or downgrade");
		}
		ScriptDirectory directory = load();
		Revision revision = new RevisionResolver(directory.graph()).resolveOne(symbol);
		Dialect dialect = this.migrator.reader().dialect();
		return this.offline.renderer(dialect).render(directory.script(revision.id()), direction);
	}

	/**
	 * Write the file of a new revision.
	 * @param request what it shall be
	 * @return the file
	 */
	public Path revision(RevisionRequest request) {
		return this.files.write(load(), request);
	}

	/**
	 * Write the file of a new revision that makes the database as its model wants it.
	 * @param request what it shall be; without a message it gets one that names what was
	 * found
	 * @param options how it comes about
	 * @return the file, or empty if nothing has changed
	 */
	public Optional<Path> autogenerate(RevisionRequest request, AutogenerateRequest options) {
		return this.autogeneration.revision(load(), request, options);
	}

	/**
	 * Write what makes the database as its model wants it, and no file.
	 * @param request what the revision would be
	 * @param options how it would come about
	 * @return the statements of the upgrade, an empty text if nothing has changed
	 */
	public String autogenerateSql(RevisionRequest request, AutogenerateRequest options) {
		return this.autogeneration.preview(load(), request, options);
	}

	/**
	 * Whether there is a model to compare the database with.
	 * @return whether {@link #autogenerate} has what it needs
	 */
	public boolean hasModel() {
		return this.autogeneration.comparison().hasModel();
	}

	/**
	 * Compare the database with its model.
	 * @param atHeads whether to refuse a database that lacks revisions of this build
	 * @return what they differ in
	 */
	public List<Difference> check(boolean atHeads) {
		return this.autogeneration.comparison().differences(load(), atHeads);
	}

	/**
	 * Write the first revision, which makes the database as it is found, and stamp the
	 * database with it.
	 * @param request what it shall be
	 * @return the file
	 */
	public Path baseline(RevisionRequest request) {
		NewBaseline baseline = this.autogeneration.baseline(load(), request);
		ScriptDirectory directory = load();
		baseline.requireFound(directory);
		this.migrator.stamp(directory, (planner, rows) -> planner.stamp(rows, List.of(baseline.id()), false), false);
		return baseline.file();
	}

	/**
	 * Write the file of a revision that merges others.
	 * @param request what it shall be
	 * @return the file
	 */
	public Path merge(MergeRequest request) {
		return this.files.write(load(), request);
	}

	/**
	 * The source file of a revision in the project.
	 * @param symbol an absolute symbol that names one revision
	 * @return the file
	 */
	public Path source(String symbol) {
		ScriptDirectory directory = load();
		List<String> rows = symbol.contains("current") ? this.migrator.reader().rows() : List.of();
		return this.files.sourceOf(directory, symbol, rows);
	}

}
