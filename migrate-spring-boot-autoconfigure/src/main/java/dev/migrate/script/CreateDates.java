package dev.migrate.script;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * Reads the create dates of revisions.
 */
final class CreateDates {

	/** A digit for each digit. */
	private static final String UTC_SECONDS = "0000-00-00T00:00:00Z";

	private CreateDates() {
	}

	static @Nullable Instant parse(String text, String source) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			return isUtcSeconds(text) ? utcSeconds(text) : OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw new ScriptException("The create date '%s' in %s cannot be read".formatted(text, source),
					"write it like 2026-11-20T10:30:00Z", ex);
		}
	}

	/**
	 * Whether a text is in the form that we write: each start of an application reads it
	 * for each revision.
	 */
	private static boolean isUtcSeconds(String text) {
		if (text.length() != UTC_SECONDS.length()) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			char expected = UTC_SECONDS.charAt(i);
			if ((expected == '0') ? (c < '0' || c > '9') : (c != expected)) {
				return false;
			}
		}
		return true;
	}

	private static Instant utcSeconds(String text) {
		return LocalDateTime
			.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13), number(text, 14, 16),
					number(text, 17, 19))
			.toInstant(ZoneOffset.UTC);
	}

	private static int number(String text, int start, int end) {
		return Integer.parseInt(text, start, end, 10);
	}

}
