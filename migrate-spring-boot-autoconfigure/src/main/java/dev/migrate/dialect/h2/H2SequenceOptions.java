package dev.migrate.dialect.h2;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.SequenceOptions;

/**
 * Reads how a sequence counts. The catalog tells all, also what nobody has said: the
 * limits of the type, and the number of values that are cached.
 */
final class H2SequenceOptions {

	/** How many numbers are cached if that is not said, and there are so many. */
	private static final long USUAL_CACHE = 32;

	private H2SequenceOptions() {
	}

	/**
	 * Read the start, increment, minimum, maximum, cache and cycle of a row.
	 * @param row the row
	 * @param first the first of these columns
	 * @param type the type of the numbers
	 */
	static SequenceOptions read(ResultSet row, int first, ColumnType type) throws SQLException {
		long increment = row.getLong(first + 1);
		long minimum = row.getLong(first + 2);
		long maximum = row.getLong(first + 3);
		long cache = row.getLong(first + 4);
		Long largest = largest(type);
		boolean down = increment < 0;
		boolean usualMinimum = down && largest != null && minimum == smallest(type, largest);
		boolean usualMaximum = !down && largest != null && maximum == largest;
		return new SequenceOptions(row.getLong(first), increment, usualMinimum ? null : minimum,
				usualMaximum ? null : maximum, isUsual(cache, increment, minimum, maximum) ? null : cache,
				"YES".equals(row.getString(first + 5)));
	}

	private static boolean isUsual(long cache, long increment, long minimum, long maximum) {
		// The distance may be larger than the largest long. H2 overlooks that, and caches
		// a
		// negative number
		long steps = Long.divideUnsigned(maximum - minimum, Math.abs(increment));
		boolean few = Long.compareUnsigned(steps, USUAL_CACHE) < 0;
		return cache < 1 || cache == (few ? Math.min(steps + 1, USUAL_CACHE) : USUAL_CACHE);
	}

	private static @Nullable Long largest(ColumnType type) {
		if (type instanceof Raw raw) {
			return raw.sql().equals("TINYINT") ? (long) Byte.MAX_VALUE : null;
		}
		if (!(type instanceof Standard standard)) {
			return null;
		}
		return switch (standard.kind()) {
			case SMALLINT -> (long) Short.MAX_VALUE;
			case INTEGER -> (long) Integer.MAX_VALUE;
			case BIGINT -> Long.MAX_VALUE;
			case NUMERIC -> largest(standard.arguments());
			default -> null;
		};
	}

	private static @Nullable Long largest(List<Integer> precisionAndScale) {
		if (precisionAndScale.size() < 2) {
			return null;
		}
		int digits = precisionAndScale.get(0) - precisionAndScale.get(1);
		BigInteger largest = BigInteger.TEN.pow(Math.max(digits, 0)).subtract(BigInteger.ONE);
		return largest.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
	}

	private static long smallest(ColumnType type, long largest) {
		boolean decimal = type instanceof Standard standard && standard.kind() == ColumnType.Kind.NUMERIC
				&& largest < Long.MAX_VALUE;
		return decimal ? -largest : -largest - 1;
	}

}
