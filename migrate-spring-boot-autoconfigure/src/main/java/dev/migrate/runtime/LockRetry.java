package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;

/**
 * Decides whether steps that failed only because of the locks of other sessions are tried
 * again, and waits before that, so that whoever queued up behind the failed statement
 * gets its turn.
 */
final class LockRetry {

	private static final Log logger = LogFactory.getLog(LockRetry.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final Connection connection;

	private final Dialect dialect;

	private final SessionSettings settings;

	private int failures;

	private @Nullable String holders;

	LockRetry(Connection connection, Dialect dialect, SessionSettings settings) {
		this.connection = connection;
		this.dialect = dialect;
		this.settings = settings;
	}

	/**
	 * Wait for another try, if there shall be one.
	 * @param what what has failed, as the subject of a sentence
	 * @param failure why
	 * @return whether to try again
	 */
	boolean again(String what, Exception failure) {
		SQLException cause = lockFailure(failure);
		if (cause == null) {
			return false;
		}
		this.failures++;
		this.holders = holders(cause, failure);
		if (this.failures > this.settings.ddlRetries()) {
			return false;
		}
		logger.warn("%s could not get a lock%s, trying again (%d of %d)".formatted(what,
				(this.holders != null) ? ", held by " + this.holders : "", this.failures, this.settings.ddlRetries()));
		ConnectionSource.sleep(pause(this.failures));
		return true;
	}

	private @Nullable SQLException lockFailure(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && this.dialect.isLockFailure(sql)) {
				return sql;
			}
		}
		return null;
	}

	private @Nullable String holders(SQLException cause, Exception failure) {
		SqlStatement statement = (failure instanceof StatementException failed) ? failed.statement() : null;
		try {
			return this.dialect.describeLockHolders(this.connection, cause,
					(statement != null) ? statement.text() : null);
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
			return null;
		}
	}

	private static Duration pause(int failures) {
		long longest = Math.min(FIRST_PAUSE.toMillis() << Math.min(failures - 1, 16), LONGEST_PAUSE.toMillis());
		return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
	}

	/**
	 * What became of the waits, for the message of the last failure.
	 * @return a sentence, or {@code null} if it was not for a lock that the steps failed
	 */
	@Nullable String describe() {
		if (this.failures == 0) {
			return null;
		}
		String times = (this.failures == 1) ? "once" : this.failures + " times";
		return "it has waited too long for a lock, " + times
				+ ((this.holders != null) ? ", last for " + this.holders : "");
	}

}
