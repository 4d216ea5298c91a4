package dev.migrate.hibernate.entities;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/**
 * Entities with a column of each Java type.
 */
@SuppressWarnings({ "unused", "deprecation" })
public final class Types {

	public enum Colour {

		RED, GREEN, BLUE

	}

	@Entity
	public static class BasicTypes {

		@Id
		Long id;

		String text;

		@Column(length = 40)
		String shortText;

		@Column(length = 20_000_000)
		String longText;

		byte[] bytes;

		boolean primitiveBoolean;

		Boolean wrappedBoolean;

		byte tiny;

		short small;

		int number;

		long large;

		float single;

		double twice;

		BigDecimal decimal;

		@Column(precision = 12, scale = 4)
		BigDecimal money;

		BigInteger big;

		char character;

		@Convert(converter = YesNoConverter.class)
		Boolean yesNo;

		Duration duration;

		Instant instant;

		OffsetDateTime offsetDateTime;

		ZonedDateTime zonedDateTime;

		OffsetTime offsetTime;

		LocalDateTime localDateTime;

		@Column(secondPrecision = 3)
		LocalDateTime milliseconds;

		@Temporal(TemporalType.TIMESTAMP)
		Date date;

		Timestamp timestamp;

		LocalTime localTime;

		LocalDate localDate;

		UUID uuid;

		Currency currency;

		Locale locale;

		URL url;

		ZoneId zone;

		Class<?> type;

		@Enumerated(EnumType.STRING)
		Colour colour;

		@Enumerated
		Colour ordinal;

	}

	@Entity
	public static class ValidatedTypes {

		@Id
		Long id;

		@NotNull
		@Size(max = 30)
		String name;

		@Min(1)
		@Max(10)
		int rating;

		@Digits(integer = 6, fraction = 3)
		BigDecimal amount;

	}

	@Entity
	public static class ArrayTypes {

		@Id
		Long id;

		Integer[] numbers;

		List<String> texts;

		@Array(length = 3)
		Long[] three;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> json;

		@Lob
		String longText;

		@Lob
		byte[] blob;

	}

	@Entity
	public static class NamedEnum {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Colour colour;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Single single;

	}

	public enum Single {

		ONE

	}

	@Entity
	public static class PostgresTypes {

		@Id
		Long id;

		@JdbcTypeCode(SqlTypes.SQLXML)
		String xml;

		InetAddress address;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Enumerated(EnumType.STRING)
		Colour colour;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		Duration interval;

		Place place;

		@JdbcTypeCode(SqlTypes.JSON)
		Parts parts;

	}

	@Embeddable
	@Struct(name = "place")
	public static class Place {

		@Column(nullable = false)
		String street;

		int number;

	}

	@Embeddable
	public static class Parts {

		@Column(nullable = false)
		String first;

		@Min(1)
		int second;

	}

	private Types() {
	}

}
