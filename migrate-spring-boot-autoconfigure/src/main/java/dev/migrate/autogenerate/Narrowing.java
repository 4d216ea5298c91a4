package dev.migrate.autogenerate;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;

/**
 * Tells whether a type has room for all values of another one, and whether they mean the
 * same there.
 */
final class Narrowing {

	/** Each holds all values of those before it. */
	private static final List<List<Kind>> WIDENING = List.of(
			List.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.NUMERIC),
			List.of(Kind.SMALLINT, Kind.REAL, Kind.DOUBLE), List.of(Kind.INTEGER, Kind.DOUBLE),
			List.of(Kind.CHARACTER, Kind.VARCHAR, Kind.TEXT), List.of(Kind.DATE, Kind.TIMESTAMP));

	/** The digits of the largest values. */
	private static final Map<Kind, Integer> DIGITS = Map.of(Kind.SMALLINT, 5, Kind.INTEGER, 10, Kind.BIGINT, 19);

	private static final Set<Kind> TIMES = EnumSet.of(Kind.TIME, Kind.TIME_WITH_TIME_ZONE, Kind.TIMESTAMP,
			Kind.TIMESTAMP_WITH_TIME_ZONE, Kind.INTERVAL);

	/** Unless another number is given. */
	private static final int DIGITS_OF_SECOND = 6;

	/** What these hold is no text, or is not in the column. */
	private static final Set<String> OTHER_THAN_TEXT = Set.of("oid", "lo", "blob", "binary large object");

	private Narrowing() {
	}

	/**
	 * Whether values may be lost or changed.
	 * @param from the old type
	 * @param to the new type
	 * @return whether the new type lacks room for some of them; also if that cannot be
	 * told
	 */
	static boolean isPossible(ColumnType from, ColumnType to) {
		if (from.equals(to)) {
			return false;
		}
		if (from instanceof Array before && to instanceof Array after) {
			return isPossible(before.element(), after.element());
		}
		if (isText(to)) {
			return !hasText(from);
		}
		if (!(from instanceof Standard before && to instanceof Standard after)) {
			return true;
		}
		if (before.kind() == after.kind()) {
			return isShorter(before.kind(), before.arguments(), after.arguments());
		}
		if (!isWidening(before.kind(), after.kind())) {
			return true;
		}
		return switch (after.kind()) {
			case NUMERIC ->
				!after.arguments().isEmpty() && wholeDigits(after.arguments()) < DIGITS.getOrDefault(before.kind(), 0);
			case VARCHAR -> isShorter(Kind.VARCHAR, before.arguments(), after.arguments());
			default -> false;
		};
	}

	private static boolean isText(ColumnType type) {
		return type instanceof Standard standard && standard.kind() == Kind.TEXT;
	}

	/** Whether a text can say the values. */
	private static boolean hasText(ColumnType type) {
		if (type instanceof Array array) {
			return hasText(array.element());
		}
		return (type instanceof Standard standard) ? standard.kind() != Kind.VARBINARY
				: !(type instanceof Raw raw && OTHER_THAN_TEXT.contains(raw.sql().toLowerCase(Locale.ROOT)));
	}

	private static boolean isWidening(Kind from, Kind to) {
		return WIDENING.stream().anyMatch((kinds) -> kinds.contains(from) && kinds.indexOf(from) < kinds.indexOf(to));
	}

	private static boolean isShorter(Kind kind, List<Integer> before, List<Integer> after) {
		if (TIMES.contains(kind)) {
			return digitsOfSecond(after) < digitsOfSecond(before);
		}
		if (after.isEmpty()) {
			return false;
		}
		if (before.isEmpty()) {
			return true;
		}
		if (kind == Kind.NUMERIC) {
			return wholeDigits(after) < wholeDigits(before) || scale(after) < scale(before);
		}
		return after.get(0) < before.get(0);
	}

	private static int digitsOfSecond(List<Integer> arguments) {
		return arguments.isEmpty() ? DIGITS_OF_SECOND : arguments.get(0);
	}

	private static int wholeDigits(List<Integer> arguments) {
		return arguments.get(0) - scale(arguments);
	}

	private static int scale(List<Integer> arguments) {
		return (arguments.size() > 1) ? arguments.get(1) : 0;
	}

}
