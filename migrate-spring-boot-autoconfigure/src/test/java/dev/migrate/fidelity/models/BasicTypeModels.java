package dev.migrate.fidelity.models;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/**
 * Columns of the types that Java has.
 */
final class BasicTypeModels {

	private BasicTypeModels() {
	}

	static class Texts {

		@Entity(name = "Page")
		static class Page {

			@Id
			String id;

			@Column(length = 20)
			String title;

			@Column(length = 20_000_000)
			String body;

			@Lob
			String attachment;

			@Nationalized
			String national;

			char initial;

			Character perhaps;

			char[] letters;

			@Column(nullable = false)
			Locale locale;

			Currency currency;

			URL url;

			ZoneId zone;

			ZoneOffset zoneOffset;

			TimeZone timeZone;

			Class<?> type;

		}

	}

	static class Numbers {

		@Entity(name = "Measurement")
		static class Measurement {

			@Id
			long id;

			byte small;

			Byte smallOrNull;

			short middle;

			Short middleOrNull;

			int usual;

			Integer usualOrNull;

			Long largeOrNull;

			float rough;

			Float roughOrNull;

			double exact;

			Double exactOrNull;

			@Column(precision = 10)
			double ten;

			BigDecimal decimal;

			@Column(precision = 12, scale = 4)
			BigDecimal price;

			@Column(precision = 7)
			BigDecimal whole;

			BigInteger huge;

			@Column(precision = 19)
			BigInteger nineteen;

		}

	}

	static class Times {

		@Entity(name = "Event")
		static class Event {

			@Id
			Integer id;

			Instant instant;

			OffsetDateTime offsetDateTime;

			ZonedDateTime zonedDateTime;

			LocalDateTime localDateTime;

			LocalDate localDate;

			LocalTime localTime;

			OffsetTime offsetTime;

			Date date;

			java.sql.Date sqlDate;

			Time sqlTime;

			Timestamp sqlTimestamp;

			Calendar calendar;

			Duration duration;

			Year inYear;

			Month monthOfYear;

			DayOfWeek dayOfWeek;

		}

	}

	static class PreciseTimes {

		@Entity(name = "Event")
		static class Event {

			@Id
			Integer id;

			@Column(secondPrecision = 3)
			Instant instant;

			@Column(secondPrecision = 0)
			LocalDateTime localDateTime;

			@Column(secondPrecision = 9)
			LocalDateTime nanoseconds;

			@Column(secondPrecision = 3)
			LocalTime localTime;

			@TimeZoneStorage(TimeZoneStorageType.COLUMN)
			OffsetDateTime withColumn;

			@TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
			ZonedDateTime normalized;

			@TimeZoneStorage(TimeZoneStorageType.NATIVE)
			OffsetDateTime stored;

			@Basic(optional = false)
			Duration duration;

		}

	}

	static class Binaries {

		@Entity(name = "Document")
		static class Document {

			@Id
			UUID id;

			byte[] bytes;

			@Column(length = 100)
			byte[] few;

			@Lob
			byte[] many;

			Blob blob;

			Clob clob;

		}

	}

	static class Booleans {

		@Entity(name = "Setting")
		static class Setting {

			@Id
			Integer id;

			boolean active;

			Boolean perhaps;

			@Convert(converter = YesNoConverter.class)
			boolean yes;

			@Convert(converter = TrueFalseConverter.class)
			Boolean trueOrFalse;

			@Convert(converter = NumericBooleanConverter.class)
			boolean number;

		}

	}

	static class ChosenTypes {

		@Entity(name = "Chosen")
		static class Chosen {

			@Id
			Integer id;

			@JdbcTypeCode(SqlTypes.CHAR)
			@Column(length = 7)
			String fixed;

			@JdbcTypeCode(SqlTypes.NVARCHAR)
			String national;

			@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
			String text;

			@JdbcTypeCode(SqlTypes.TINYINT)
			int tiny;

			@JdbcTypeCode(SqlTypes.BIGINT)
			int large;

			@JdbcTypeCode(SqlTypes.NUMERIC)
			long decimal;

			@JdbcTypeCode(SqlTypes.VARCHAR)
			UUID uuid;

			@JdbcTypeCode(SqlTypes.BINARY)
			UUID bytesOfUuid;

			@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
			Duration span;

			@JdbcTypeCode(SqlTypes.BIT)
			boolean single;

			@JdbcTypeCode(SqlTypes.LONG32VARBINARY)
			byte[] bytes;

		}

	}

}
