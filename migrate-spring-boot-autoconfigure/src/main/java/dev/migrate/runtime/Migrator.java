package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.LockScope;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionPlanner;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.SqlRevisionScript;

/**
 * Brings a database from where it stands to where a plan leads: looks first without any
 * lock, and only if there is something to do takes the lock, looks again and executes.
 * All of that happens on one connection.
 */
public final class Migrator {

	private static final Log logger = LogFactory.getLog(Migrator.class);

	private static final int HISTORY_SHOWN = 50;

	private final ConnectionSource connections;

	private final MigrationInstances instances;

	private final RuntimeSettings settings;

	/**
	 * Create a migrator.
	 * @param connections where connections come from
	 * @param instances creates Java revisions
	 * @param settings the settings
	 */
	public Migrator(ConnectionSource connections, MigrationInstances instances, RuntimeSettings settings) {
		this.connections = connections;
		this.instances = instances;
		this.settings = settings;
	}

	/**
	 * Check that sections for one product name a product that there is.
	 * @param directory the revisions
	 * @throws MigrationException if one does not: it would never be executed
	 */
	public void requireKnownProducts(ScriptDirectory directory) {
		for (RevisionScript script : directory.scripts()) {
			if (script instanceof SqlRevisionScript sql) {
				sql.sections().forEach((section) -> requireKnownProduct(sql.revision(), section.dialect()));
			}
		}
	}

	private void requireKnownProduct(Revision revision, @Nullable String dialect) {
		if (dialect != null
				&& this.connections.dialects().all().stream().noneMatch((known) -> known.name().equals(dialect))) {
			throw new MigrationException(
					Kind.UNSUPPORTED, "Revision %s (%s) has a section for '%s', which is no product"
						.formatted(revision.id(), revision.source(), dialect),
					"the products are " + this.connections.dialects().names());
		}
	}

	/**
	 * Execute the steps that lead from the database's version rows to a goal.
	 * @param directory the revisions
	 * @param goal plans the steps
	 * @return the steps that were executed, in order
	 * @throws MigrateException if the database cannot be reached, is at an unknown
	 * revision, has applied a file that was changed since, is locked, or a step fails;
	 * nothing is executed but what the message names
	 */
	public List<Step> migrate(ScriptDirectory directory, Goal goal) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = store.read(connection.jdbc());
			List<Step> steps = plan(connection.jdbc(), store, position, directory, goal);
			return steps.isEmpty() ? steps : migrateLocked(connection, store, position, directory, goal);
		}
		catch (SQLException ex) {
			throw StepFailure.database("The migration", ex);
		}
	}

	private List<Step> migrateLocked(MigrationConnection connection, VersionStore store, Position seen,
			ScriptDirectory directory, Goal goal) throws SQLException {
		Connection jdbc = connection.jdbc();
		MigrationLock lock = connection.dialect()
			.lock(new LockScope(seen.schema(), this.settings.versionTable(), this.connections::openRaw));
		LockWait.acquire(lock, jdbc, this.settings.lockTimeout());
		Cleanup cleanup = new Cleanup(jdbc);
		try {
			// Another migrator may have been here while this one waited
			Position position = store.read(jdbc);
			List<Step> steps = plan(jdbc, store, position, directory, goal);
			if (!steps.isEmpty()) {
				SessionGuard session = connection.dialect().sessionGuard();
				session.begin(jdbc, this.settings.schema());
				try {
					store.createTables(jdbc, position);
					StepRecorder recorder = new StepRecorder(connection.dialect(), store.versionTable(position),
							store.historyTable(position));
					new MigrationContext(jdbc, connection.dialect(), directory, this.instances, recorder, session)
						.run(steps, this.settings.transactionMode());
				}
				finally {
					cleanup.run(() -> session.end(jdbc));
				}
			}
			return steps;
		}
		finally {
			cleanup.run(() -> lock.release(jdbc));
		}
	}

	private List<Step> plan(Connection connection, VersionStore store, Position position, ScriptDirectory directory,
			Goal goal) throws SQLException {
		RevisionGraph graph = directory.graph();
		Lineage lineage = lineage(connection, store, position, graph);
		if (!lineage.unknown().isEmpty()) {
			throw new MigrationException(Kind.UNKNOWN_REVISION,
					"The database is at revision %s, which this build does not know"
						.formatted(String.join(", ", lineage.unknown())),
					"deploy the build that has this revision, or merge its branch into this one");
		}
		if (!lineage.ahead().isEmpty()) {
			logger.warn("The database is ahead of this build: a newer one has applied revision "
					+ String.join(", ", lineage.ahead()));
		}
		requireUnchanged(directory, graph, lineage, position);
		return goal.plan(new RevisionPlanner(graph), lineage.knownRows());
	}

	private Lineage lineage(Connection connection, VersionStore store, Position position, RevisionGraph graph)
			throws SQLException {
		boolean allKnown = position.rows().stream().allMatch(graph::contains);
		Map<String, List<String>> parents = allKnown ? Map.of() : store.lineage(connection, position);
		return Lineage.of(graph, position.rows(), parents);
	}

	private void requireUnchanged(ScriptDirectory directory, RevisionGraph graph, Lineage lineage, Position position) {
		if (position.checksums().isEmpty()) {
			return;
		}
		for (String id : graph.ancestors(lineage.knownRows())) {
			RevisionScript script = directory.script(id);
			String recorded = position.checksums().get(id);
			if (recorded != null && script instanceof SqlRevisionScript sql && !recorded.equals(sql.checksum())) {
				throw new MigrationException(Kind.CHANGED_CHECKSUM,
						"The file %s of revision %s was changed after the revision was applied"
							.formatted(sql.revision().source(), id),
						("restore the file and write a new revision, or accept the change by UPDATE %s SET checksum = "
								+ "'%s' WHERE revision = '%s'")
							.formatted(this.settings.historyTable(), sql.checksum(), id));
			}
		}
	}

	/**
	 * Look where the database stands. Nothing is locked or changed.
	 * @param directory the revisions
	 * @return the state; that of a database which cannot be reached has no current
	 * revision
	 * @throws MigrateException if the database is not supported or a query fails
	 */
	public DatabaseState state(ScriptDirectory directory) {
		RevisionGraph graph = directory.graph();
		List<Revision> all = List.copyOf(graph.revisions());
		try (MigrationConnection connection = this.connections.open(Duration.ZERO)) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = store.read(connection.jdbc());
			String product = product(connection.jdbc().getMetaData());
			if (!position.versioned()) {
				return new DatabaseState(DatabaseStatus.UNVERSIONED, product, List.of(), graph.heads(), all, List.of());
			}
			Lineage lineage = lineage(connection.jdbc(), store, position, graph);
			List<Revision> pending = new RevisionPlanner(graph).upgrade(lineage.knownRows(), graph.heads())
				.stream()
				.map(Step::revision)
				.toList();
			return new DatabaseState(status(lineage, pending), product, position.rows(), graph.heads(), pending,
					store.history(connection.jdbc(), position, HISTORY_SHOWN));
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading where the database stands", ex);
		}
		catch (MigrationException ex) {
			if (ex.getKind() != Kind.UNREACHABLE) {
				throw ex;
			}
			logger.debug("The database cannot be reached", ex);
			return new DatabaseState(DatabaseStatus.UNREACHABLE, null, List.of(), graph.heads(), List.of(), List.of());
		}
	}

	private static DatabaseStatus status(Lineage lineage, List<Revision> pending) {
		if (!lineage.unknown().isEmpty()) {
			return DatabaseStatus.UNKNOWN_REVISION;
		}
		if (!lineage.ahead().isEmpty()) {
			return DatabaseStatus.AHEAD;
		}
		return pending.isEmpty() ? DatabaseStatus.UP_TO_DATE : DatabaseStatus.PENDING;
	}

	private static String product(DatabaseMetaData metaData) throws SQLException {
		String version = metaData.getDatabaseProductVersion();
		int blank = version.indexOf(' ');
		return metaData.getDatabaseProductName() + " " + ((blank < 0) ? version : version.substring(0, blank));
	}

	/**
	 * The dialect of the database.
	 * @return the dialect
	 * @throws MigrateException if the database cannot be reached or is not supported
	 */
	public Dialect dialect() {
		try (MigrationConnection connection = this.connections.open(Duration.ZERO)) {
			return connection.dialect();
		}
		catch (SQLException ex) {
			throw StepFailure.database("Closing a connection", ex);
		}
	}

	/**
	 * Where a migration leads.
	 */
	@FunctionalInterface
	public interface Goal {

		/**
		 * Plan the way.
		 * @param planner plans on the revisions of this build
		 * @param rows the revisions of this build that the version rows stand for
		 * @return the steps
		 */
		List<Step> plan(RevisionPlanner planner, Collection<String> rows);

	}

}
