package dev.migrate.runtime;

import java.sql.SQLException;

/**
 * Thrown if nothing of a step was kept and it is to be executed again, statement by
 * statement: the session was told, by a trigger for example, to forget the statement that
 * records the step, or it cannot be told which statement of a message has failed.
 */
final class RepeatStepException extends SQLException {

	private static final long serialVersionUID = 1L;

	RepeatStepException(SQLException cause) {
		super(cause.getMessage(), cause.getSQLState(), cause);
	}

}
