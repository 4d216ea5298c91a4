package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.ColumnType.Standard;
import org.jspecify.annotations.Nullable;

/**
 * How values change their type: PostgreSQL converts by itself within numbers, texts and
 * times, and to texts. Where it does so, a value that has no room is an error; where the
 * type is named, it may be cut off.
 */
final class PostgresConversion {

	private static final ColumnType LARGE_OBJECT = new Raw("oid");

	private static final String NUMBER = "number";

	private static final String TEXT = "text";

	private static final String BYTES = Kind.VARBINARY.name();

	private PostgresConversion() {
	}

	static @Nullable String of(String column, ColumnType from, ColumnType to, ProductSyntax syntax) {
		String name = syntax.identifiers().quote(column);
		String largeObject = largeObject(name, from, to);
		if (largeObject != null) {
			return largeObject;
		}
		String family = family(to);
		String before = family(from);
		if (!family.isEmpty() && (family.equals(before) || (family.equals(TEXT) && !(from instanceof Array)))) {
			return null;
		}
		if (family.equals(TEXT)) {
			// What is too long for the type is refused then, and not cut off
			return name + "::text";
		}
		// Truth and numbers know the way to each other through one of them only
		boolean truth = (isTruth(to) && before.equals(NUMBER)) || (isTruth(from) && family.equals(NUMBER));
		return name + (truth ? "::integer" : "") + "::" + syntax.types().write(to);
	}

	/** A large object is elsewhere: the column holds its number. */
	private static @Nullable String largeObject(String name, ColumnType from, ColumnType to) {
		String content = "lo_get(" + name + ")";
		if (from.equals(LARGE_OBJECT)) {
			return family(to).equals(TEXT) ? "convert_from(" + content + ", 'UTF8')"
					: family(to).equals(BYTES) ? content : null;
		}
		if (to.equals(LARGE_OBJECT)) {
			return family(from).equals(TEXT) ? "lo_from_bytea(0, convert_to(" + name + ", 'UTF8'))"
					: family(from).equals(BYTES) ? "lo_from_bytea(0, " + name + ")" : null;
		}
		return null;
	}

	private static boolean isTruth(ColumnType type) {
		return type instanceof Standard standard && standard.kind() == Kind.BOOLEAN;
	}

	/** Types between which it converts by itself. */
	private static String family(ColumnType type) {
		if (type instanceof Array array) {
			String element = family(array.element());
			return element.isEmpty() ? "" : element + "[]";
		}
		if (!(type instanceof Standard standard)) {
			return "";
		}
		return switch (standard.kind()) {
			case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> NUMBER;
			case CHARACTER, VARCHAR, TEXT -> TEXT;
			case DATE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "moment";
			default -> standard.kind().name();
		};
	}

}
