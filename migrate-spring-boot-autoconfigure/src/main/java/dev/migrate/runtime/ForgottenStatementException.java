package dev.migrate.runtime;

import java.sql.SQLException;

/**
 * Thrown if a step could not be recorded only because the session was told, by a trigger
 * for example, to forget the statement that records it. Nothing of the step was kept, and
 * it can be executed again: no further statement is kept in the session.
 */
final class ForgottenStatementException extends SQLException {

	private static final long serialVersionUID = 1L;

	ForgottenStatementException(SQLException cause) {
		super(cause.getMessage(), cause.getSQLState(), cause);
	}

}
