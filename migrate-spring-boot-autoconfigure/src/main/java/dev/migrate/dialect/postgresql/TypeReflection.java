package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.StructType;
import dev.migrate.schema.StructType.Attribute;

/**
 * Reads types with a name of their own.
 */
final class TypeReflection {

	private static final String ENUMS = """
			SELECT t.typname, pg_catalog.obj_description(t.oid, 'pg_type'),
				ARRAY(SELECT v.enumlabel::text FROM pg_catalog.pg_enum v WHERE v.enumtypid = t.oid
					ORDER BY v.enumsortorder)
			FROM pg_catalog.pg_type t
			WHERE t.typnamespace = %s AND t.typtype = 'e' AND %s ORDER BY 1""".formatted(PostgresCatalog.NAMESPACE,
			PostgresCatalog.notOfExtension("pg_type", "t"));

	private static final String STRUCTS = """
			SELECT t.typname, pg_catalog.obj_description(t.oid, 'pg_type'), a.attname,
				pg_catalog.format_type(a.atttypid, a.atttypmod), %s, e.typname, a.attndims
			FROM pg_catalog.pg_type t
			JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
			JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
			LEFT JOIN pg_catalog.pg_type e ON e.typtype IN ('e', 'c')
				AND e.oid = CASE WHEN y.typcategory = 'A' THEN y.typelem ELSE y.oid END
			LEFT JOIN pg_catalog.pg_namespace n ON n.oid = e.typnamespace
			WHERE t.typnamespace = %s AND %s ORDER BY t.typname, a.attnum""".formatted(PostgresCatalog.schemaOf("n"),
			PostgresCatalog.NAMESPACE, PostgresCatalog.notOfExtension("pg_type", "t"));

	private TypeReflection() {
	}

	static void read(PostgresCatalog catalog, CatalogTables found) {
		catalog.query(ENUMS, (row) -> found.add(new EnumType(catalog.name(PostgresCatalog.text(row, 1)),
				PostgresCatalog.list(row, 3), row.getString(2))));
		Map<String, StructType> structs = new LinkedHashMap<>();
		catalog.query(STRUCTS, (row) -> {
			String name = PostgresCatalog.text(row, 1);
			StructType known = structs.getOrDefault(name,
					new StructType(catalog.name(name), List.of(), row.getString(2)));
			List<Attribute> attributes = new ArrayList<>(known.attributes());
			attributes.add(new Attribute(PostgresCatalog.text(row, 3),
					catalog.type(PostgresCatalog.text(row, 4), row.getString(5), row.getString(6), row.getInt(7))));
			structs.put(name, new StructType(known.name(), attributes, known.comment()));
		});
		structs.values().forEach(found::add);
	}

}
