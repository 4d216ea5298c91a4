package dev.migrate.runtime;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionPlanner;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.script.ScriptDirectory;

/**
 * Looks where a database stands. Nothing is locked or changed, and nothing is waited for.
 */
public final class DatabaseReader {

	private static final Log logger = LogFactory.getLog(DatabaseReader.class);

	private static final int HISTORY_SHOWN = 50;

	private final ConnectionSource connections;

	private final RuntimeSettings settings;

	DatabaseReader(ConnectionSource connections, RuntimeSettings settings) {
		this.connections = connections;
		this.settings = settings;
	}

	/**
	 * The version rows.
	 * @return the rows, sorted; none if there is no version table
	 * @throws MigrateException if the database cannot be reached, is not supported or a
	 * query fails
	 */
	public List<String> rows() {
		try (MigrationConnection connection = this.connections.open(Duration.ZERO)) {
			return new VersionStore(connection.dialect(), this.settings).read(connection.jdbc()).rows();
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the version rows", ex);
		}
	}

	/**
	 * What is half done.
	 * @return the revision, or empty if there is none
	 * @throws MigrateException if the database cannot be reached, is not supported or a
	 * query fails
	 */
	public Optional<HalfDone> halfDone() {
		try (MigrationConnection connection = this.connections.open(Duration.ZERO)) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = store.read(connection.jdbc());
			return Optional.ofNullable(HalfDone.of(store.journal(position).read(connection.jdbc())));
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading what is half done", ex);
		}
	}

	/**
	 * Look where the database stands.
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
				return new DatabaseState(DatabaseStatus.UNVERSIONED, product, List.of(), graph.heads(), all, List.of(),
						null);
			}
			Lineage lineage = Lineage.read(connection.jdbc(), store, position, graph);
			List<Revision> pending = new RevisionPlanner(graph).upgrade(lineage.knownRows(), graph.heads())
				.stream()
				.map(Step::revision)
				.toList();
			HalfDone halfDone = HalfDone.of(store.journal(position).read(connection.jdbc()));
			DatabaseStatus status = (halfDone != null) ? DatabaseStatus.INCOMPLETE : status(lineage, pending);
			return new DatabaseState(status, product, position.rows(), graph.heads(), pending,
					store.history(connection.jdbc(), position, HISTORY_SHOWN), halfDone);
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading where the database stands", ex);
		}
		catch (MigrationException ex) {
			if (ex.getKind() != Kind.UNREACHABLE) {
				throw ex;
			}
			logger.debug("The database cannot be reached", ex);
			return new DatabaseState(DatabaseStatus.UNREACHABLE, null, List.of(), graph.heads(), List.of(), List.of(),
					null);
		}
	}

	/**
	 * The applied revisions whose files say something else than what was applied.
	 * @param directory the revisions
	 * @param instances creates Java revisions
	 * @return those with another checksum than that recorded, in topological order
	 * @throws MigrateException if the database cannot be reached, is not supported or a
	 * query fails
	 */
	public List<Revision> changed(ScriptDirectory directory, MigrationInstances instances) {
		RevisionGraph graph = directory.graph();
		try (MigrationConnection connection = this.connections.open(Duration.ZERO)) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = store.read(connection.jdbc());
			Lineage lineage = Lineage.read(connection.jdbc(), store, position, graph);
			Map<String, String> recorded = store.checksums(connection.jdbc(), position);
			RevisionRenderer renderer = new RevisionRenderer(connection.dialect(), instances, this.settings.naming());
			return graph.inOrder(graph.ancestors(lineage.knownRows()))
				.stream()
				.filter((id) -> recorded.containsKey(id)
						&& renderer.differs(directory.script(id), recorded.getOrDefault(id, "")))
				.map(graph::get)
				.toList();
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the recorded checksums", ex);
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

}
