package dev.migrate.dialect.h2;

import java.util.Map;

import dev.migrate.dialect.StandardTypeNames;
import dev.migrate.schema.ColumnType.Kind;

/**
 * H2's names of types; {@code INFORMATION_SCHEMA} prints those that are parsed.
 */
final class H2Types extends StandardTypeNames {

	H2Types() {
		super(Map.of(), Map.of("character varying", Kind.VARCHAR, "binary varying", Kind.VARBINARY));
	}

	@Override
	protected String array(String element, int dimensions) {
		return element + " array".repeat(dimensions);
	}

}
