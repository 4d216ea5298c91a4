package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionGuard;
import dev.migrate.revision.MigrateException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Lends a session of the database to work that leaves nothing behind, with the settings
 * that revisions run with. No lock is held.
 */
public final class DatabaseSession {

	private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(5);

	private final ConnectionSource connections;

	private final RuntimeSettings settings;

	DatabaseSession(ConnectionSource connections, RuntimeSettings settings) {
		this.connections = connections;
		this.settings = settings;
	}

	/**
	 * Look at a database that has all revisions of this build.
	 * @param graph the revisions of this build
	 * @return the product
	 * @throws MigrateException if the database cannot be reached, or is at other
	 * revisions than the heads
	 */
	public Dialect requireHeads(RevisionGraph graph) {
		return run("Reading the version rows", (connection, dialect) -> {
			VersionStore store = new VersionStore(dialect, this.settings);
			Position position = store.read(connection);
			Lineage lineage = Lineage.readKnown(connection, store, position, graph);
			if (!lineage.ahead().isEmpty()) {
				throw new MigrationException(Kind.NOT_UP_TO_DATE,
						"The database is ahead of this build, which lacks revision "
								+ String.join(", ", lineage.ahead()),
						"update the sources, or use another database");
			}
			List<String> heads = graph.heads();
			if (!lineage.knownRows().containsAll(heads)) {
				throw new MigrationException(Kind.NOT_UP_TO_DATE, "Target database is not up to date",
						"run migrate upgrade " + ((heads.size() > 1) ? "heads" : "head"));
			}
			return dialect;
		});
	}

	/**
	 * Look at a database that has no revision.
	 * @throws MigrateException if the database cannot be reached, or has version rows
	 */
	public void requireNoRows() {
		run("Reading the version rows", (connection, dialect) -> {
			List<String> rows = new VersionStore(dialect, this.settings).read(connection).rows();
			if (!rows.isEmpty()) {
				throw new MigrationException(Kind.ALREADY_VERSIONED,
						"The database is at revision %s already".formatted(String.join(", ", rows)),
						"a baseline is for a database that was never migrated; write the next revision by migrate generate");
			}
			return rows;
		});
	}

	/**
	 * Do something.
	 * @param <T> what comes of it
	 * @param what what it is, as the subject of a sentence
	 * @param work does it
	 * @return what came of it
	 * @throws MigrateException if the database cannot be reached or fails, or another
	 * session keeps what the work must read locked
	 */
	public <T> T run(String what, Work<T> work) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			Connection jdbc = connection.jdbc();
			SessionGuard guard = connection.dialect().sessionGuard();
			guard.begin(jdbc, this.settings.schema());
			try {
				guard.limitLockWait(jdbc, LONGEST_LOCK_WAIT);
				return work.execute(jdbc, connection.dialect());
			}
			catch (SQLException ex) {
				throw failure(what, connection, ex);
			}
			finally {
				new Cleanup(jdbc).run(() -> guard.end(jdbc));
			}
		}
		catch (SQLException ex) {
			throw StepFailure.database(what, ex);
		}
	}

	private static MigrationException failure(String what, MigrationConnection connection, SQLException ex) {
		try {
			new Cleanup(connection.jdbc()).endTransaction();
			String holders = connection.dialect().describeLockHolders(connection.jdbc(), ex, null);
			if (holders != null) {
				return new MigrationException(Kind.LOCKED,
						"%s has waited too long for a lock of %s".formatted(what, holders),
						"wait until it has finished, or end it, then start again", ex);
			}
		}
		catch (SQLException failed) {
			ex.addSuppressed(failed);
		}
		return StepFailure.database(what, ex);
	}

	/**
	 * Something to do with a database.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	public interface Work<T> {

		/**
		 * Do it.
		 * @param connection a connection in autocommit mode
		 * @param dialect the product
		 * @return what comes of it
		 * @throws SQLException if the database fails
		 */
		T execute(Connection connection, Dialect dialect) throws SQLException;

	}

}
