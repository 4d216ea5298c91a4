package dev.migrate.dialect.sqlite;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import dev.migrate.dialect.StandardTypeNames;
import dev.migrate.schema.ColumnType.Kind;

/**
 * SQLite's names of types. SQLite takes any name and derives an affinity from it; these
 * are the names that Hibernate's dialect declares. Moments have no type of their own, and
 * what is a date or time is kept as text, whose digits nothing bounds.
 *
 * @see <a href="https://sqlite.org/datatype3.html">Datatypes In SQLite</a>
 */
final class SqliteTypes extends StandardTypeNames {

	private static final Set<Kind> WITHOUT_ARGUMENTS = EnumSet.of(Kind.VARBINARY, Kind.TIME, Kind.TIMESTAMP,
			Kind.TIMESTAMP_WITH_TIME_ZONE);

	SqliteTypes() {
		super(Map.of(Kind.TEXT, "text", Kind.VARBINARY, "blob", Kind.CHARACTER, "char", Kind.TIMESTAMP_WITH_TIME_ZONE,
				"timestamp"),
				Map.of("int", Kind.INTEGER, "float", Kind.DOUBLE, "double", Kind.DOUBLE, "decimal", Kind.NUMERIC,
						"character", Kind.CHARACTER, "character varying", Kind.VARCHAR, "clob", Kind.TEXT, "datetime",
						Kind.TIMESTAMP, "timestamp", Kind.TIMESTAMP));
	}

	@Override
	protected boolean takesArguments(Kind kind) {
		return !WITHOUT_ARGUMENTS.contains(kind);
	}

}
