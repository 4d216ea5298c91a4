package dev.migrate.script;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Reads the create dates of revisions.
 */
final class CreateDates {

	private CreateDates() {
	}

	static @Nullable Instant parse(String text, String source) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeParseException ex) {
			throw new ScriptException("The create date '%s' in %s cannot be read".formatted(text, source),
					"write it like 2026-11-20T10:30:00Z", ex);
		}
	}

}
