package dev.migrate.dialect;

import java.io.Serial;
import java.sql.SQLException;

/**
 * Thrown when a connection does not lead to the same database session all the time.
 */
public final class SessionChangedException extends SQLException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param reason what was seen, as a sentence without its full stop
	 */
	public SessionChangedException(String reason) {
		super(reason);
	}

}
