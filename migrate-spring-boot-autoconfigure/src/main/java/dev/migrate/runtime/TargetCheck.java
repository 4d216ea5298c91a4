package dev.migrate.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migrate.revision.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.Step;
import dev.migrate.runtime.ConnectionSource.MigrationConnection;
import dev.migrate.runtime.MigrationException.Kind;
import dev.migrate.runtime.Migrator.Goal;
import dev.migrate.script.ScriptDirectory;

/**
 * Sees whether a database is where a migration would lead, without migrating: nothing is
 * locked or written.
 */
public final class TargetCheck {

	private static final Log logger = LogFactory.getLog(TargetCheck.class);

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private final ConnectionSource connections;

	private final RuntimeSettings settings;

	TargetCheck(ConnectionSource connections, RuntimeSettings settings) {
		this.connections = connections;
		this.settings = settings;
	}

	/**
	 * Check that nothing remains to be done. A database that a newer build has migrated
	 * is far enough.
	 * @param directory the revisions
	 * @param target the target, for messages
	 * @param goal plans what a migration would do
	 * @throws MigrateException if a revision is missing, or the database cannot be
	 * reached or is at a revision from which no migration would go on
	 */
	public void verify(ScriptDirectory directory, String target, Goal goal) {
		Standing standing = look(directory, goal, this.settings.lockTimeout());
		if (!standing.arrived()) {
			throw new MigrationException(Kind.NOT_UP_TO_DATE, "The database " + standing.lacks(target),
					"run migrate upgrade %s, or start with migrate.mode=upgrade".formatted(target));
		}
	}

	/**
	 * Wait until another process has done all that is to be done.
	 * @param directory the revisions
	 * @param target the target, for messages
	 * @param goal plans what a migration would do
	 * @throws MigrateException if that takes longer than the timeout of the lock, or the
	 * database cannot be reached or is at a revision from which no migration would go on
	 */
	public void await(ScriptDirectory directory, String target, Goal goal) {
		try (ProcessEnd end = ProcessEnd.watch()) {
			awaitTarget(directory, target, goal);
		}
	}

	private void awaitTarget(ScriptDirectory directory, String target, Goal goal) {
		Duration timeout = this.settings.lockTimeout();
		long deadline = System.nanoTime() + timeout.toNanos();
		Duration pause = SHORTEST_PAUSE;
		boolean told = false;
		while (true) {
			Standing standing = look(directory, goal, remaining(deadline));
			if (standing.arrived()) {
				return;
			}
			if (remaining(deadline).isZero()) {
				throw new MigrationException(Kind.NOT_UP_TO_DATE,
						"Nobody has migrated the database within %ds: it %s".formatted(timeout.toSeconds(),
								standing.lacks(target)),
						"look after the job or instance that runs migrate upgrade, then start again; "
								+ "migrate.lock.timeout sets the wait");
			}
			if (!told) {
				logger.info("Waiting up to %ds until another process has migrated: the database %s"
					.formatted(timeout.toSeconds(), standing.lacks(target)));
				told = true;
			}
			long jittered = pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis());
			ConnectionSource.sleep(Duration.ofMillis(Math.min(jittered, remaining(deadline).toMillis() + 1)));
			pause = (pause.compareTo(LONGEST_PAUSE) < 0) ? pause.multipliedBy(2) : LONGEST_PAUSE;
		}
	}

	private static Duration remaining(long deadline) {
		return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
	}

	private Standing look(ScriptDirectory directory, Goal goal, Duration timeout) {
		try (MigrationConnection connection = this.connections.open(this.settings.connectTimeout())) {
			VersionStore store = new VersionStore(connection.dialect(), this.settings);
			Position position = LockWait.read(store, connection, timeout);
			List<Step> steps = new Planning(connection.jdbc(), store, position, directory).steps(goal);
			return Standing.of(position, steps);
		}
		catch (SQLException ex) {
			throw StepFailure.database("Reading the version rows", ex);
		}
	}

	/**
	 * Where the database stands, as the end of a sentence about it.
	 */
	private record Standing(String place, List<Revision> missing) {

		static Standing of(Position position, List<Step> steps) {
			List<Revision> missing = steps.stream().map(Step::revision).toList();
			if (!position.versioned()) {
				return new Standing("has no version table yet", missing);
			}
			String rows = position.rows().isEmpty() ? "base" : String.join(", ", position.rows());
			return new Standing("is at " + rows, missing);
		}

		boolean arrived() {
			return this.missing.isEmpty();
		}

		String lacks(String target) {
			Revision next = this.missing.get(0);
			int count = this.missing.size();
			return "%s and lacks %d %s up to '%s', the first is %s (%s)".formatted(this.place, count,
					(count == 1) ? "revision" : "revisions", target, next.id(), next.source());
		}

	}

}
