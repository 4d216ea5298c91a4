package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

/**
 * Names what the reflection of a schema does not read.
 */
final class OtherObjects {

	private static final String OTHERS = """
			SELECT CASE c.relkind WHEN 'm' THEN 'materialized view ' WHEN 'f' THEN 'foreign table '
				ELSE 'partition ' END || c.relname || coalesce(' of ' || p.relname, '')
			FROM pg_catalog.pg_class c
			LEFT JOIN pg_catalog.pg_inherits h ON h.inhrelid = c.oid AND c.relispartition
			LEFT JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
			WHERE c.relnamespace = %1$s AND (c.relkind IN ('m', 'f') OR (c.relispartition AND c.relkind IN ('r', 'p')))
				AND %2$s
			UNION ALL
			SELECT 'trigger ' || t.tgname || ' on ' || c.relname FROM pg_catalog.pg_trigger t
			JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
			WHERE c.relnamespace = %1$s AND NOT t.tgisinternal AND NOT c.relispartition AND %2$s
			UNION ALL
			SELECT 'rule ' || r.rulename || ' on ' || c.relname FROM pg_catalog.pg_rewrite r
			JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
			WHERE c.relnamespace = %1$s AND r.rulename <> '_RETURN' AND %2$s
			UNION ALL
			SELECT 'policy ' || l.polname || ' on ' || c.relname FROM pg_catalog.pg_policy l
			JOIN pg_catalog.pg_class c ON c.oid = l.polrelid WHERE c.relnamespace = %1$s AND %2$s
			UNION ALL
			SELECT CASE f.prokind WHEN 'p' THEN 'procedure ' WHEN 'a' THEN 'aggregate ' ELSE 'function ' END
				|| f.proname || '(' || pg_catalog.pg_get_function_identity_arguments(f.oid) || ')'
			FROM pg_catalog.pg_proc f WHERE f.pronamespace = %1$s AND %3$s
			UNION ALL
			SELECT 'domain ' || d.typname FROM pg_catalog.pg_type d
			WHERE d.typnamespace = %1$s AND d.typtype = 'd' AND %4$s
			UNION ALL
			SELECT 'extension ' || x.extname FROM pg_catalog.pg_extension x WHERE x.extnamespace = %1$s
			ORDER BY 1""".formatted(PostgresCatalog.NAMESPACE, PostgresCatalog.notOfExtension("pg_class", "c"),
			PostgresCatalog.notOfExtension("pg_proc", "f"), PostgresCatalog.notOfExtension("pg_type", "d"));

	private OtherObjects() {
	}

	static List<String> read(PostgresCatalog catalog) {
		List<String> others = new ArrayList<>();
		catalog.query(OTHERS, (row) -> others.add(PostgresCatalog.text(row, 1)));
		return others;
	}

}
