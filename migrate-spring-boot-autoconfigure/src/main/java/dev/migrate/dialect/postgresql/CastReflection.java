package dev.migrate.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Cast.Context;
import dev.migrate.schema.ColumnType;

/**
 * Reads casts through text from or to a type of the schema.
 */
final class CastReflection {

	private static final String CASTS = """
			SELECT k.castcontext::text, pg_catalog.format_type(k.castsource, NULL), %s, se.typname,
				pg_catalog.format_type(k.casttarget, NULL), %s, te.typname
			FROM pg_catalog.pg_cast k
			JOIN pg_catalog.pg_type s ON s.oid = k.castsource
			JOIN pg_catalog.pg_type t ON t.oid = k.casttarget
			LEFT JOIN pg_catalog.pg_type se ON se.typtype IN ('e', 'c')
				AND se.oid = CASE WHEN s.typcategory = 'A' THEN s.typelem ELSE s.oid END
			LEFT JOIN pg_catalog.pg_namespace sn ON sn.oid = se.typnamespace
			LEFT JOIN pg_catalog.pg_type te ON te.typtype IN ('e', 'c')
				AND te.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
			LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = te.typnamespace
			WHERE k.castmethod = 'i' AND %s IN (s.typnamespace, t.typnamespace) AND %s""".formatted(
			PostgresCatalog.schemaOf("sn"), PostgresCatalog.schemaOf("tn"), PostgresCatalog.NAMESPACE,
			PostgresCatalog.notOfExtension("pg_cast", "k"));

	private CastReflection() {
	}

	static void read(PostgresCatalog catalog, CatalogTables found) {
		catalog.query(CASTS, (row) -> found.add(
				new Cast(type(catalog, row, 2), type(catalog, row, 5), context(PostgresCatalog.text(row, 1)))));
	}

	private static ColumnType type(PostgresCatalog catalog, ResultSet row, int column) throws SQLException {
		return catalog.type(PostgresCatalog.text(row, column), row.getString(column + 1), row.getString(column + 2),
				1);
	}

	private static Context context(String code) {
		return switch (code) {
			case "i" -> Context.IMPLICIT;
			case "a" -> Context.ASSIGNMENT;
			default -> Context.EXPLICIT;
		};
	}

}
