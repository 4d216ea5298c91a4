package dev.migrate.runtime;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a run behaves in a database that others use at the same time.
 *
 * @param lockMode how long the migration lock lasts
 * @param ddlLockTimeout how long a statement of a revision waits for the locks of others,
 * who queue up behind it meanwhile; zero for as long as the session's own setting says
 * @param ddlRetries how often a step that has waited too long is tried again, from 0
 * @param role the role that the session takes, as the owner of the tables, or
 * {@code null} for that of the login
 */
public record SessionSettings(LockMode lockMode, Duration ddlLockTimeout, int ddlRetries, @Nullable String role) {

	/** The settings of an application that sets none. */
	public static final SessionSettings DEFAULTS = new SessionSettings(LockMode.SESSION, Duration.ofSeconds(5), 10,
			null);

	public SessionSettings {
		if (ddlLockTimeout.isNegative()) {
			throw new IllegalArgumentException("A lock timeout cannot be negative, as " + ddlLockTimeout + " is");
		}
		if (ddlRetries < 0) {
			throw new IllegalArgumentException("A number of retries cannot be negative, as " + ddlRetries + " is");
		}
		if (role != null && lockMode == LockMode.TRANSACTION) {
			throw new IllegalArgumentException(
					"A role of the session does not go with a lock of the transaction, since "
							+ "other clients of the pooler would get the session: set migrate.user in place of migrate.role");
		}
	}

}
