package dev.migrate.dialect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a product writes constants. What is here is common to the products.
 */
public class Literals {

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
		.appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
		.toFormatter();

	private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.appendLiteral(' ')
		.append(TIME)
		.toFormatter();

	private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder().append(TIMESTAMP)
		.appendOffset("+HH:MM", "+00:00")
		.toFormatter();

	/**
	 * Write a constant.
	 * @param value the value
	 * @return the literal in SQL
	 * @throws IllegalArgumentException if values of its class cannot be written
	 */
	public final String write(@Nullable Object value) {
		if (value == null) {
			return "NULL";
		}
		if (value instanceof Double || value instanceof Float) {
			return finite((Number) value);
		}
		if (value instanceof Boolean || value instanceof Number) {
			return value.toString();
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
			return text(value.toString());
		}
		if (value instanceof Enum<?> constant) {
			return text(constant.name());
		}
		if (value instanceof byte[] bytes) {
			return bytes(HexFormat.of().formatHex(bytes));
		}
		return temporal(value);
	}

	private static String finite(Number value) {
		if (!Double.isFinite(value.doubleValue())) {
			throw new IllegalArgumentException("%s cannot be written as an SQL constant".formatted(value));
		}
		return value.toString();
	}

	private String temporal(Object value) {
		if (value instanceof LocalDate date) {
			return date(date);
		}
		if (value instanceof LocalTime time) {
			return time(time);
		}
		if (value instanceof LocalDateTime timestamp) {
			return timestamp(timestamp);
		}
		if (value instanceof Instant instant) {
			return moment(instant.atOffset(ZoneOffset.UTC));
		}
		if (value instanceof OffsetDateTime moment) {
			return moment(moment);
		}
		if (value instanceof ZonedDateTime moment) {
			return moment(moment.toOffsetDateTime());
		}
		throw new IllegalArgumentException(
				"A value of %s cannot be written as an SQL constant".formatted(value.getClass().getName()));
	}

	/**
	 * Write a day.
	 * @param date the day
	 * @return the literal in SQL
	 */
	protected String date(LocalDate date) {
		return "DATE '" + date + "'";
	}

	/**
	 * Write a time of day.
	 * @param time the time
	 * @return the literal in SQL
	 */
	protected String time(LocalTime time) {
		return "TIME '" + TIME.format(time) + "'";
	}

	/**
	 * Write a day and time of day.
	 * @param timestamp the day and time
	 * @return the literal in SQL
	 */
	protected String timestamp(LocalDateTime timestamp) {
		return "TIMESTAMP '" + TIMESTAMP.format(timestamp) + "'";
	}

	/**
	 * Write a moment.
	 * @param moment the moment
	 * @return the literal in SQL
	 */
	protected String moment(OffsetDateTime moment) {
		return "TIMESTAMP WITH TIME ZONE '" + MOMENT.format(moment) + "'";
	}

	/**
	 * Write a text.
	 * @param text the text
	 * @return the literal in SQL
	 */
	protected String text(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * Write bytes.
	 * @param hex the bytes as hexadecimal digits
	 * @return the literal in SQL
	 */
	protected String bytes(String hex) {
		return "X'" + hex + "'";
	}

	/**
	 * Put constants in the places of parameter markers, and write question marks once
	 * that are written twice to be none.
	 * @param lexer what finds the markers
	 * @param statement a statement with parameters
	 * @return the statement without parameters
	 * @throws IllegalArgumentException if the numbers differ or a value cannot be written
	 */
	public final String inline(ScriptLexer lexer, SqlStatement statement) {
		List<@Nullable Object> parameters = statement.parameters();
		String text = statement.text();
		if (parameters.isEmpty() && !text.contains("??")) {
			return text;
		}
		// Without parameters a single question mark is an operator
		List<Integer> markers = parameters.isEmpty() ? List.of() : lexer.parameterMarkers(text);
		if (markers.size() != parameters.size()) {
			throw new IllegalArgumentException("The statement has %d parameter markers and is given %d values: %s"
				.formatted(markers.size(), parameters.size(), text));
		}
		SortedMap<Integer, String> replacements = new TreeMap<>();
		for (int i = 0; i < markers.size(); i++) {
			replacements.put(markers.get(i), write(parameters.get(i)));
		}
		if (text.contains("??")) {
			lexer.escapedQuestionMarks(text).forEach((place) -> replacements.put(place, ""));
		}
		StringBuilder inlined = new StringBuilder();
		int from = 0;
		for (Map.Entry<Integer, String> replacement : replacements.entrySet()) {
			inlined.append(text, from, replacement.getKey()).append(replacement.getValue());
			from = replacement.getKey() + 1;
		}
		return inlined.append(text, from, text.length()).toString();
	}

}
