package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.MigrateException;
import dev.migrate.runtime.MigrationException.Kind;

/**
 * Ends a run when the process is asked to end, as by SIGTERM: the running statement is
 * cancelled, no further step begins, and the process waits for a moment until the step is
 * rolled back and the lock released. Without that the process would wait for the
 * statement: whoever closes the application's context waits until it has been refreshed.
 */
final class ProcessEnd implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ProcessEnd.class);

	private static final long LONGEST_WAIT_MS = 20_000;

	/** A statement may begin just behind a cancellation. */
	private static final long PAUSE_MS = 500;

	/** The end of a process has no way back. */
	private static volatile boolean begun;

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Thread hook = new Thread(this::end, "migrate-end");

	private volatile @Nullable Running running;

	private ProcessEnd() {
	}

	/**
	 * Watch for the end of the process during a run.
	 * @return the watch, to be closed when the run has ended
	 * @throws MigrationException if the process is already ending
	 */
	static ProcessEnd watch() {
		ProcessEnd watch = new ProcessEnd();
		try {
			Runtime.getRuntime().addShutdownHook(watch.hook);
		}
		catch (IllegalStateException ex) {
			throw exception("The migration did not begin, since the process is ending", "start again");
		}
		return watch;
	}

	/**
	 * Refuse to go on in a process that is ending.
	 * @param what what does not go on, as the subject of a sentence
	 * @throws MigrationException if it is ending
	 */
	static void refuse(String what) {
		if (begun) {
			throw exception(what + " was ended by a signal", "start again");
		}
	}

	/**
	 * Execute steps, whose statements can be cancelled.
	 * @param connection where they are executed
	 * @param dialect the product
	 * @param steps the steps
	 * @throws SQLException if the database fails
	 * @throws MigrationException if the process was asked to end and the steps have
	 * failed by that
	 */
	void run(Connection connection, Dialect dialect, Steps steps) throws SQLException {
		this.running = new Running(connection, dialect);
		try {
			refuse("The migration");
			steps.execute();
		}
		catch (MigrationException ex) {
			if (begun && ex.getKind() == Kind.STEP_FAILED) {
				MigrationException end = new MigrationException(Kind.ENDED,
						"The migration was ended by a signal, in the middle of a revision: " + ex.getProblem(),
						"it is rolled back, but for what it has committed itself: start again", ex);
				// Nobody may have the time to report it
				logger.warn(end.getMessage());
				throw end;
			}
			throw ex;
		}
		finally {
			// What follows puts things back, and must not be cancelled
			this.running = null;
		}
	}

	private void end() {
		begun = true;
		logger.info("The process is ending, and with it the migration");
		try {
			for (long waited = 0; waited < LONGEST_WAIT_MS; waited += PAUSE_MS) {
				cancel(this.running);
				if (this.ended.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void cancel(@Nullable Running running) {
		if (running == null) {
			return;
		}
		try {
			running.dialect().cancel(running.connection());
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("The running statement could not be cancelled", ex);
		}
	}

	@Override
	public void close() {
		this.ended.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			logger.debug("The process is ending", ex);
		}
	}

	private static MigrationException exception(String problem, String remedy) {
		return new MigrationException(Kind.ENDED, problem, remedy);
	}

	private record Running(Connection connection, Dialect dialect) {

	}

	/**
	 * The steps of a run.
	 */
	@FunctionalInterface
	interface Steps {

		/**
		 * Execute them.
		 * @throws SQLException if the database fails outside of a step
		 * @throws MigrateException if a step fails
		 */
		void execute() throws SQLException;

	}

}
