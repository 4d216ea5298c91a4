package dev.migrate.hibernate;

import java.io.Serial;

import dev.migrate.revision.MigrateException;

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

	/**
	 * The same for a person.
	 * @param place where it is said, as {@code the mapping of the table 't'}
	 * @return the exception
	 */
	MigrateException in(String place) {
		return new MigrateException("In %s there is SQL that cannot be understood: %s".formatted(place, getMessage()),
				"say it with annotations, or leave it out and write it into a revision", this);
	}

}
