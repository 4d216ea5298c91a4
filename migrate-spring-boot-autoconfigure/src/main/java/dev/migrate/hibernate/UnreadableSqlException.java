package dev.migrate.hibernate;

import java.io.Serial;

/**
 * A piece of SQL says something that the vocabulary of schemas has no word for.
 */
final class UnreadableSqlException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnreadableSqlException(String sql, String place) {
		super(place.isEmpty() ? "'%s' ends too early".formatted(sql)
				: place.equals(sql.strip()) ? "'%s'".formatted(sql) : "'%s', from '%s' on".formatted(sql, place));
	}

}
