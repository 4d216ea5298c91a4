package dev.migrate.dialect.postgresql;

import java.util.Map;

import dev.migrate.dialect.StandardTypeNames;
import dev.migrate.schema.ColumnType.Kind;

/**
 * PostgreSQL's names of types; {@code format_type} prints those that are parsed.
 */
final class PostgresTypes extends StandardTypeNames {

	PostgresTypes() {
		super(Map.of(Kind.TEXT, "text", Kind.VARBINARY, "bytea", Kind.JSON, "jsonb", Kind.DOUBLE, "double precision"),
				Map.of("character varying", Kind.VARCHAR, "text", Kind.TEXT, "bytea", Kind.VARBINARY, "jsonb",
						Kind.JSON, "time without time zone", Kind.TIME, "timestamp without time zone", Kind.TIMESTAMP));
	}

	@Override
	protected boolean takesArguments(Kind kind) {
		return kind != Kind.VARBINARY;
	}

}
