package dev.migrate.schema;

import java.util.function.UnaryOperator;
import java.util.List;

/**
 * The type of a column: one of the SQL standard's as a neutral value, or a product's own
 * as text.
 */
public sealed interface ColumnType {

	/**
	 * The type with other names of types of the schema.
	 * @param names gives the new name of an object
	 * @return the changed type
	 */
	default ColumnType renamed(UnaryOperator<QualifiedName> names) {
		return this;
	}

	/**
	 * A type that every product has under some name.
	 *
	 * @param kind which one
	 * @param arguments length, or precision and scale, as far as they are given
	 */
	record Standard(Kind kind, List<Integer> arguments) implements ColumnType {

		/**
		 * Create a type.
		 * @throws IllegalArgumentException if the kind does not take these arguments
		 */
		public Standard {
			arguments = List.copyOf(arguments);
			if (arguments.size() > kind.maximumArguments) {
				throw new IllegalArgumentException(
						"The type %s takes at most %d arguments".formatted(kind, kind.maximumArguments));
			}
			if (arguments.stream().anyMatch((argument) -> argument < 0)) {
				throw new IllegalArgumentException("A length or precision of the type %s is negative".formatted(kind));
			}
		}

	}

	/**
	 * A product's own type.
	 *
	 * @param sql the type as it stands in SQL
	 */
	record Raw(String sql) implements ColumnType {

	}

	/**
	 * An array.
	 *
	 * @param element the type of its elements
	 * @param dimensions how many indexes an element has, at least one
	 */
	record Array(ColumnType element, int dimensions) implements ColumnType {

		/**
		 * Create an array.
		 * @throws IllegalArgumentException if it has no dimension or is one of arrays
		 */
		public Array {
			if (dimensions < 1) {
				throw new IllegalArgumentException("An array has at least one dimension");
			}
			if (element instanceof Array) {
				throw new IllegalArgumentException("An array of arrays is one with several dimensions");
			}
		}

		@Override
		public Array renamed(UnaryOperator<QualifiedName> names) {
			return new Array(this.element.renamed(names), this.dimensions);
		}

	}

	/**
	 * A type of the schema: an {@link EnumType} or a {@link StructType}.
	 *
	 * @param name the name
	 */
	record Named(QualifiedName name) implements ColumnType {

		@Override
		public Named renamed(UnaryOperator<QualifiedName> names) {
			return new Named(names.apply(this.name));
		}

	}

	/**
	 * The types of the SQL standard that are common to the products.
	 */
	enum Kind {

		/** True or false. */
		BOOLEAN(0),
		/** An integer of 2 bytes. */
		SMALLINT(0),
		/** An integer of 4 bytes. */
		INTEGER(0),
		/** An integer of 8 bytes. */
		BIGINT(0),
		/** An exact number: precision, scale. */
		NUMERIC(2),
		/** A floating-point number of 4 bytes. */
		REAL(0),
		/** A floating-point number of 8 bytes. */
		DOUBLE(0),
		/** Text of a fixed length: length. */
		CHARACTER(1),
		/** Text of a bounded length: length. */
		VARCHAR(1),
		/** Text of any length. */
		TEXT(0),
		/** Bytes: length, where the product bounds them. */
		VARBINARY(1),
		/** A day. */
		DATE(0),
		/** A time of day: fractional digits. */
		TIME(1),
		/** A time of day with its distance from UTC: digits of the second. */
		TIME_WITH_TIME_ZONE(1),
		/** A day and time of day: fractional digits. */
		TIMESTAMP(1),
		/** A moment: fractional digits. */
		TIMESTAMP_WITH_TIME_ZONE(1),
		/** A universally unique identifier. */
		UUID(0),
		/** A span of time. */
		INTERVAL(1),
		/** An XML document. */
		XML(0),
		/** A JSON document, in the product's form with operators and indexes. */
		JSON(0);

		private final int maximumArguments;

		Kind(int maximumArguments) {
			this.maximumArguments = maximumArguments;
		}

		/**
		 * How many arguments a type of this kind takes.
		 * @return the largest number
		 */
		public int maximumArguments() {
			return this.maximumArguments;
		}

	}

}
