package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ProductSyntax;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Standard;
import org.jspecify.annotations.Nullable;

/**
 * How values change their type: PostgreSQL converts by itself within numbers, texts and
 * times, and to texts.
 */
final class PostgresConversion {

	private PostgresConversion() {
	}

	static @Nullable String of(String column, ColumnType from, ColumnType to, ProductSyntax syntax) {
		String family = family(to);
		if (!family.isEmpty() && (family.equals(family(from)) || (family.equals("text") && !(from instanceof Array)))) {
			return null;
		}
		String cast = "::" + syntax.types().write(to);
		// Numbers other than integers know no way to truth
		boolean truth = to instanceof Standard standard && standard.kind() == ColumnType.Kind.BOOLEAN
				&& family(from).equals("number");
		return syntax.identifiers().quote(column) + (truth ? "::integer" : "") + cast;
	}

	private static String family(ColumnType type) {
		if (!(type instanceof Standard standard)) {
			return "";
		}
		return switch (standard.kind()) {
			case SMALLINT, INTEGER, BIGINT, NUMERIC, REAL, DOUBLE -> "number";
			case CHARACTER, VARCHAR, TEXT -> "text";
			case DATE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "moment";
			default -> standard.kind().name();
		};
	}

}
