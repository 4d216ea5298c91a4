package dev.migrate.dialect.postgresql;

import java.util.Map;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.StandardTypeNames;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Array;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.QualifiedName;

/**
 * PostgreSQL's names of types; {@code format_type} prints those that are parsed.
 */
final class PostgresTypes extends StandardTypeNames {

	private static final String BRACKETS = "[]";

	private final Identifiers identifiers;

	PostgresTypes(Identifiers identifiers) {
		super(Map.of(Kind.TEXT, "text", Kind.VARBINARY, "bytea", Kind.JSON, "jsonb", Kind.DOUBLE, "double precision"),
				Map.of("character varying", Kind.VARCHAR, "text", Kind.TEXT, "bytea", Kind.VARBINARY, "jsonb",
						Kind.JSON, "time without time zone", Kind.TIME, "timestamp without time zone", Kind.TIMESTAMP));
		this.identifiers = identifiers;
	}

	@Override
	protected boolean takesArguments(Kind kind) {
		return kind != Kind.VARBINARY;
	}

	@Override
	protected String named(QualifiedName name) {
		return this.identifiers.quote(name);
	}

	@Override
	protected ColumnType parseOther(String text) {
		int brackets = text.indexOf(BRACKETS);
		return (brackets > 0 && text.endsWith(BRACKETS))
				? new Array(parse(text.substring(0, brackets)), (text.length() - brackets) / BRACKETS.length())
				: super.parseOther(text);
	}

	@Override
	public ColumnType read(String sql) {
		return PostgresTypeReader.read(this, sql);
	}

	@Override
	protected String array(String element, int dimensions) {
		return element + BRACKETS.repeat(dimensions);
	}

}
