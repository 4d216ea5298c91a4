package dev.migrate.command;

import java.util.List;
import java.util.function.Supplier;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Direction;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionResolver;
import dev.migrate.revision.Step;
import dev.migrate.runtime.DatabaseState;
import dev.migrate.runtime.MigrationException;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.MigrationInstances;
import dev.migrate.runtime.Migrator;
import dev.migrate.runtime.RevisionRenderer;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLocations;

/**
 * The commands of one database. Every method reads the revisions anew and throws
 * {@link MigrateException}, whose message is meant for a person, when it cannot do its
 * work.
 */
public final class Migrate {

	private final Supplier<ScriptDirectory> scripts;

	private final Migrator migrator;

	private final MigrationInstances instances;

	/**
	 * Create the commands.
	 * @param scripts reads the revisions
	 * @param migrator executes plans
	 * @param instances creates Java revisions
	 */
	public Migrate(Supplier<ScriptDirectory> scripts, Migrator migrator, MigrationInstances instances) {
		this.scripts = scripts;
		this.migrator = migrator;
		this.instances = instances;
	}

	/**
	 * Apply revisions up to a target.
	 * @param target an id, a partial id, a label, {@code head}, {@code heads} or
	 * {@code label@head}
	 * @return the steps that were executed, empty if there was nothing to do
	 * @throws MigrateException if the target is no revision, or the migration fails
	 */
	public List<Step> upgrade(String target) {
		ScriptDirectory directory = load();
		requireRevisions(directory);
		List<String> targets = new RevisionResolver(directory.graph()).resolve(target);
		return this.migrator.migrate(directory, (planner, rows) -> planner.upgrade(rows, targets));
	}

	private ScriptDirectory load() {
		ScriptDirectory directory = this.scripts.get();
		this.migrator.requireKnownProducts(directory);
		return directory;
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
	 * @param target an id, a partial id, a label, or {@code base} for all
	 * @return the steps that were executed, empty if there was nothing to do
	 * @throws MigrateException if the target is no applied revision, or the migration
	 * fails
	 */
	public List<Step> downgrade(String target) {
		ScriptDirectory directory = load();
		if (target.equals("base")) {
			return this.migrator.migrate(directory, (planner, rows) -> planner.downgradeToBase(rows));
		}
		String id = new RevisionResolver(directory.graph()).resolveOne(target).id();
		return this.migrator.migrate(directory, (planner, rows) -> planner.downgrade(rows, id));
	}

	/**
	 * Where the database stands.
	 * @return the state
	 * @throws MigrateException if the revisions are no graph, or the database is not
	 * supported
	 */
	public DatabaseState status() {
		return this.migrator.state(load());
	}

	/**
	 * One revision.
	 * @param symbol an id, a partial id or a label
	 * @return the revision and what it is in the graph
	 * @throws MigrateException if there is no such revision
	 */
	public RevisionDetails show(String symbol) {
		ScriptDirectory directory = load();
		Revision revision = new RevisionResolver(directory.graph()).resolveOne(symbol);
		return RevisionDetails.of(directory.graph(), revision);
	}

	/**
	 * The SQL of a revision for the product of the database.
	 * @param symbol an id, a partial id or a label
	 * @param direction upgrade or downgrade
	 * @return the statements, without what ends them
	 * @throws MigrateException if there is no such revision, the database cannot be
	 * reached, or the revision cannot be written without reading from it
	 * @throws IllegalArgumentException if the direction is a stamp
	 */
	public List<String> sql(String symbol, Direction direction) {
		if (direction == Direction.STAMP) {
			throw new IllegalArgumentException("A stamp has no SQL of a revision; ask for its upgrade or downgrade");
		}
		ScriptDirectory directory = load();
		Revision revision = new RevisionResolver(directory.graph()).resolveOne(symbol);
		Dialect dialect = this.migrator.dialect();
		return new RevisionRenderer(dialect, this.instances).render(directory.script(revision.id()), direction);
	}

}
