package dev.migrate.schema;

import java.util.List;

import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;

/**
 * The types of columns, for static import into revisions.
 */
public final class Types {

	private Types() {
	}

	/**
	 * True or false.
	 * @return the type {@code boolean}
	 */
	public static ColumnType bool() {
		return standard(Kind.BOOLEAN);
	}

	/**
	 * An integer of 2 bytes.
	 * @return the type {@code smallint}
	 */
	public static ColumnType smallint() {
		return standard(Kind.SMALLINT);
	}

	/**
	 * An integer of 4 bytes.
	 * @return the type {@code integer}
	 */
	public static ColumnType integer() {
		return standard(Kind.INTEGER);
	}

	/**
	 * An integer of 8 bytes.
	 * @return the type {@code bigint}
	 */
	public static ColumnType bigint() {
		return standard(Kind.BIGINT);
	}

	/**
	 * An exact number.
	 * @param precision the number of digits
	 * @param scale how many of them stand behind the decimal point
	 * @return the type {@code numeric(precision, scale)}
	 */
	public static ColumnType numeric(int precision, int scale) {
		return standard(Kind.NUMERIC, precision, scale);
	}

	/**
	 * A floating-point number of 4 bytes.
	 * @return the type {@code real}
	 */
	public static ColumnType real() {
		return standard(Kind.REAL);
	}

	/**
	 * A floating-point number of 8 bytes.
	 * @return the type {@code double precision}
	 */
	public static ColumnType doublePrecision() {
		return standard(Kind.DOUBLE);
	}

	/**
	 * Text of a fixed length.
	 * @param length the number of characters
	 * @return the type {@code character(length)}
	 */
	public static ColumnType character(int length) {
		return standard(Kind.CHARACTER, length);
	}

	/**
	 * Text that is bounded nowhere but where it is stored: the type of what a cast takes.
	 * @return the type {@code varchar}
	 */
	public static ColumnType varchar() {
		return standard(Kind.VARCHAR);
	}

	/**
	 * Text of a bounded length.
	 * @param length the largest number of characters
	 * @return the type {@code varchar(length)}
	 */
	public static ColumnType varchar(int length) {
		return standard(Kind.VARCHAR, length);
	}

	/**
	 * Text of any length.
	 * @return the type that the product has for it: {@code text}, {@code clob}
	 */
	public static ColumnType text() {
		return standard(Kind.TEXT);
	}

	/**
	 * Bytes.
	 * @return the type that the product has for them: {@code bytea}, {@code varbinary}
	 */
	public static ColumnType varbinary() {
		return standard(Kind.VARBINARY);
	}

	/**
	 * A day.
	 * @return the type {@code date}
	 */
	public static ColumnType date() {
		return standard(Kind.DATE);
	}

	/**
	 * A time of day.
	 * @param digits the number of fractional digits of the seconds
	 * @return the type {@code time(digits)}
	 */
	public static ColumnType time(int digits) {
		return standard(Kind.TIME, digits);
	}

	/**
	 * A day and time of day, in no particular time zone.
	 * @param digits the number of fractional digits of the seconds
	 * @return the type {@code timestamp(digits)}
	 */
	public static ColumnType timestamp(int digits) {
		return standard(Kind.TIMESTAMP, digits);
	}

	/**
	 * A moment.
	 * @param digits the number of fractional digits of the seconds
	 * @return the type {@code timestamp(digits) with time zone}
	 */
	public static ColumnType timestampWithTimeZone(int digits) {
		return standard(Kind.TIMESTAMP_WITH_TIME_ZONE, digits);
	}

	/**
	 * A universally unique identifier.
	 * @return the type {@code uuid}
	 */
	public static ColumnType uuid() {
		return standard(Kind.UUID);
	}

	/**
	 * A JSON document.
	 * @return the type that the product has for it: {@code jsonb}, {@code json}
	 */
	public static ColumnType json() {
		return standard(Kind.JSON);
	}

	/**
	 * A product's own type.
	 * @param sql the type as it stands in SQL, as {@code inet}
	 * @return the type
	 */
	public static ColumnType raw(String sql) {
		return new Raw(sql);
	}

	/**
	 * A time of day with its distance from UTC.
	 * @param digits the digits of the second
	 * @return the type
	 */
	public static ColumnType timeWithTimeZone(int digits) {
		return standard(Kind.TIME_WITH_TIME_ZONE, digits);
	}

	/**
	 * A span of time.
	 * @return the type
	 */
	public static ColumnType interval() {
		return standard(Kind.INTERVAL);
	}

	/**
	 * An XML document.
	 * @return the type
	 */
	public static ColumnType xml() {
		return standard(Kind.XML);
	}

	/**
	 * An array of one dimension.
	 * @param element the type of its elements
	 * @return the type
	 */
	public static ColumnType array(ColumnType element) {
		return new Array(element, 1);
	}

	/**
	 * An array.
	 * @param element the type of its elements
	 * @param dimensions how many indexes an element has
	 * @return the type
	 */
	public static ColumnType array(ColumnType element, int dimensions) {
		return new Array(element, dimensions);
	}

	/**
	 * A type of the schema.
	 * @param name the name of an enum or struct type, perhaps as {@code schema.name}
	 * @return the type
	 */
	public static ColumnType named(String name) {
		return new Named(QualifiedName.parse(name));
	}

	/**
	 * A type of the SQL standard with as many arguments as wanted.
	 * @param kind which one
	 * @param arguments length, or precision and scale
	 * @return the type
	 * @throws IllegalArgumentException if the kind does not take these arguments
	 */
	public static ColumnType standard(Kind kind, Integer... arguments) {
		return new Standard(kind, List.of(arguments));
	}

}
