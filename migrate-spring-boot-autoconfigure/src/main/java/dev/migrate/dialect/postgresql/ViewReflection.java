package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.dialect.CatalogViews;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;

/**
 * Reads views.
 */
final class ViewReflection {

	private static final String VIEWS = """
			SELECT c.relname, pg_catalog.pg_get_viewdef(c.oid, true), pg_catalog.obj_description(c.oid, 'pg_class'),
				ARRAY(SELECT v.relname::text FROM pg_catalog.pg_rewrite r
					JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
						AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid <> c.oid
					JOIN pg_catalog.pg_class v ON v.oid = d.refobjid AND v.relnamespace = c.relnamespace
					WHERE r.ev_class = c.oid)
			FROM pg_catalog.pg_class c WHERE c.relnamespace = %s AND c.relkind = 'v' AND %s ORDER BY 1"""
		.formatted(PostgresCatalog.NAMESPACE, PostgresCatalog.notOfExtension("pg_class", "c"));

	private ViewReflection() {
	}

	static void read(PostgresCatalog catalog, CatalogTables found) {
		List<View> views = new ArrayList<>();
		Map<QualifiedName, List<String>> used = new HashMap<>();
		catalog.query(VIEWS, (row) -> {
			QualifiedName name = catalog.name(PostgresCatalog.text(row, 1));
			used.put(name, PostgresCatalog.list(row, 4));
			views.add(new View(name, query(PostgresCatalog.text(row, 2)), row.getString(3)));
		});
		CatalogViews
			.inOrder(views, (view, other) -> used.getOrDefault(view.name(), List.of()).contains(other.name().name()))
			.forEach(found::add);
	}

	private static String query(String printed) {
		String query = printed.strip();
		return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
	}

}
