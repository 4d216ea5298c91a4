package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Literals;

/**
 * How PostgreSQL writes constants.
 */
final class PostgresLiterals extends Literals {

	@Override
	protected String text(String text) {
		if (text.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("PostgreSQL has no text with the character NUL");
		}
		// Means the same whatever standard_conforming_strings is
		return (text.indexOf('\\') < 0) ? super.text(text) : "E" + super.text(text.replace("\\", "\\\\"));
	}

	@Override
	protected String bytes(String hex) {
		return "decode('" + hex + "', 'hex')";
	}

}
