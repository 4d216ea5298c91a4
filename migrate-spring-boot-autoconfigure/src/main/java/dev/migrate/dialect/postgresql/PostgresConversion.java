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
		String bytes = identifierOfBytes(name, from, to);
		return (bytes != null) ? bytes : name + detour(from, to) + "::" + syntax.types().write(to);
	}

	/** What a value is first, where its type may have no cast to the other one. */
	private static String detour(ColumnType from, ColumnType to) {
		if (from instanceof Array before && to instanceof Array after) {
			String way = detour(before.element(), after.element());
			return way.isEmpty() ? way : way + "[]";
		}
		if (!(from instanceof Standard before && to instanceof Standard after) || family(from).equals(family(to))) {
			return "";
		}
		boolean toTruth = after.kind() == Kind.BOOLEAN;
		if ((toTruth && family(from).equals(NUMBER)) || (before.kind() == Kind.BOOLEAN && family(to).equals(NUMBER))) {
			return "::integer";
		}
		// A text that is no value of the type is refused, and nothing is lost
		return family(from).equals(TEXT) ? "" : "::text";
	}

	/** Bytes that are an identifier say so in hexadecimal digits. */
	private static @Nullable String identifierOfBytes(String name, ColumnType from, ColumnType to) {
		if (family(from).equals(BYTES) && family(to).equals(Kind.UUID.name())) {
			return "encode(" + name + ", 'hex')::uuid";
		}
		return (family(from).equals(Kind.UUID.name()) && family(to).equals(BYTES)) ? "uuid_send(" + name + ")" : null;
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
