package dev.migrate.dialect.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

import dev.migrate.dialect.Literals;

/**
 * How SQLite writes constants: dates and times are text in the forms that its date
 * functions know, moments in UTC.
 *
 * @see <a href="https://sqlite.org/lang_datefunc.html">Date And Time Functions</a>
 */
final class SqliteLiterals extends Literals {

	/** The driver reads milliseconds, not less. */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
		.appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
		.toFormatter();

	private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.appendLiteral(' ')
		.append(TIME)
		.toFormatter();

	@Override
	protected String date(LocalDate date) {
		return "'" + date + "'";
	}

	@Override
	protected String time(LocalTime time) {
		return quoted(TIME, time);
	}

	@Override
	protected String timestamp(LocalDateTime timestamp) {
		return quoted(TIMESTAMP, timestamp);
	}

	@Override
	protected String moment(OffsetDateTime moment) {
		return quoted(TIMESTAMP, moment.withOffsetSameInstant(ZoneOffset.UTC));
	}

	private static String quoted(DateTimeFormatter format, TemporalAccessor value) {
		return "'" + format.format(value) + "'";
	}

}
