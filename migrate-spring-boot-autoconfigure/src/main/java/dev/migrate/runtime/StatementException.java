package dev.migrate.runtime;

import java.io.Serial;
import java.sql.SQLException;

import dev.migrate.dialect.SqlStatement;

/**
 * Carries a failed statement from where it was sent to where the step is known.
 */
final class StatementException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient SqlStatement statement;

	private final SQLException failure;

	private final String place;

	StatementException(SqlStatement statement, String place, SQLException failure) {
		super(failure);
		this.statement = statement;
		this.failure = failure;
		this.place = place;
	}

	SqlStatement statement() {
		return this.statement;
	}

	SQLException failure() {
		return this.failure;
	}

	/**
	 * Where in the revision's file the statement stands.
	 * @return a phrase, as {@code line 12}, or an empty text
	 */
	String place() {
		return this.place;
	}

}
