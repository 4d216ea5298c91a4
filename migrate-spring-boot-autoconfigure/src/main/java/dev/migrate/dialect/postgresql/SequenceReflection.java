package dev.migrate.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Sequence.Owner;
import dev.migrate.schema.SequenceOptions;

/**
 * Reads sequences other than those of identity columns.
 */
final class SequenceReflection {

	private static final String SEQUENCES = """
			SELECT c.relname, pg_catalog.obj_description(c.oid, 'pg_class'), %s, t.relname, a.attname,
				s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
				pg_catalog.format_type(s.seqtypid, NULL)
			FROM pg_catalog.pg_class c
			JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
			LEFT JOIN pg_catalog.pg_depend o ON o.classid = 'pg_catalog.pg_class'::regclass AND o.objid = c.oid
				AND o.refclassid = 'pg_catalog.pg_class'::regclass AND o.deptype IN ('a', 'i') AND o.refobjsubid > 0
			LEFT JOIN pg_catalog.pg_class t ON t.oid = o.refobjid
			LEFT JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
			LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
			WHERE c.relnamespace = %s AND c.relkind = 'S' AND o.deptype IS DISTINCT FROM 'i' AND %s
			ORDER BY 1""".formatted(PostgresCatalog.schemaOf("n"), PostgresCatalog.NAMESPACE,
			PostgresCatalog.notOfExtension("pg_class", "c"));

	private static final int OPTIONS = 6;

	private SequenceReflection() {
	}

	static void read(PostgresCatalog catalog, CatalogTables found) {
		catalog.query(SEQUENCES,
				(row) -> found.add(new Sequence(catalog.name(PostgresCatalog.text(row, 1)),
						catalog.type(PostgresCatalog.text(row, OPTIONS + 6), null, null, 0), options(row, OPTIONS),
						owner(row), row.getString(2))));
	}

	private static @Nullable Owner owner(ResultSet row) throws SQLException {
		return (row.getString(5) != null) ? new Owner(new QualifiedName(row.getString(3), PostgresCatalog.text(row, 4)),
				PostgresCatalog.text(row, 5)) : null;
	}

	/**
	 * How a sequence counts, without what its type makes it do anyway.
	 * @param row a row with start, increment, minimum, maximum, cache, cycle and type
	 * @param column the column of the start
	 * @return the options
	 */
	static SequenceOptions options(ResultSet row, int column) throws SQLException {
		long increment = row.getLong(column + 1);
		long least = switch (PostgresCatalog.text(row, column + 6)) {
			case "smallint" -> Short.MIN_VALUE;
			case "integer" -> Integer.MIN_VALUE;
			default -> Long.MIN_VALUE;
		};
		long usualMinimum = (increment > 0) ? 1 : least;
		long usualMaximum = (increment > 0) ? -1 - least : -1;
		long minimum = row.getLong(column + 2);
		long maximum = row.getLong(column + 3);
		long start = row.getLong(column);
		long cache = row.getLong(column + 4);
		return new SequenceOptions((start == ((increment > 0) ? minimum : maximum)) ? null : (Long) start, increment,
				(minimum == usualMinimum) ? null : (Long) minimum, (maximum == usualMaximum) ? null : (Long) maximum,
				(cache == 1) ? null : (Long) cache, row.getBoolean(column + 5));
	}

}
