package dev.migrate.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;

/**
 * Reads the constraints that have no index of their own: checks and foreign keys.
 */
final class ConstraintReflection {

	private static final String CONSTRAINTS = """
			SELECT c.relname, k.conname, k.contype::text, k.condeferrable, k.condeferred, k.convalidated,
				k.connoinherit, pg_catalog.pg_get_expr(k.conbin, k.conrelid, true),
				ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(attnum, place)
					JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY place),
				%s, f.relname,
				ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(attnum, place)
					JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum ORDER BY place),
				k.confdeltype::text, k.confupdtype::text, k.confmatchtype::text,
				ARRAY(SELECT a.attname::text FROM unnest(%s) WITH ORDINALITY u(attnum, place)
					JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY place)
			FROM pg_catalog.pg_constraint k
			JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
			LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
			LEFT JOIN pg_catalog.pg_namespace n ON n.oid = f.relnamespace
			WHERE k.contype IN ('f', 'c') AND k.conparentid = 0 AND k.conislocal AND %s
			ORDER BY c.relname, k.conname""";

	/** The version since which it sets some columns only. */
	private static final int DELETE_COLUMNS = 15;

	private ConstraintReflection() {
	}

	static void read(PostgresCatalog catalog, CatalogTables found) {
		String deleteColumns = catalog.isAtLeast(DELETE_COLUMNS) ? "k.confdelsetcols" : "ARRAY[]::int2[]";
		String query = CONSTRAINTS.formatted(PostgresCatalog.schemaOf("n"), deleteColumns, PostgresCatalog.TABLES);
		catalog.query(query, (row) -> found.constraint(PostgresCatalog.text(row, 1), constraint(row)));
	}

	private static Constraint constraint(ResultSet row) throws SQLException {
		String name = PostgresCatalog.text(row, 2);
		boolean notValid = !row.getBoolean(6);
		if (PostgresCatalog.text(row, 3).equals("c")) {
			return new CheckConstraint(name, PostgresCatalog.text(row, 8), row.getBoolean(7), notValid);
		}
		return new ForeignKey(name, PostgresCatalog.list(row, 9),
				new QualifiedName(row.getString(10), PostgresCatalog.text(row, 11)), PostgresCatalog.list(row, 12),
				action(PostgresCatalog.text(row, 13)), action(PostgresCatalog.text(row, 14)),
				PostgresCatalog.text(row, 15).equals("f"), deferral(row, 4), notValid, PostgresCatalog.list(row, 16));
	}

	/**
	 * When a constraint is checked.
	 * @param row a row that says whether it is deferrable, and deferred
	 * @param column the column of the first of them
	 * @return when
	 */
	static Deferral deferral(ResultSet row, int column) throws SQLException {
		if (!row.getBoolean(column)) {
			return Deferral.NOT_DEFERRABLE;
		}
		return row.getBoolean(column + 1) ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
	}

	private static ReferentialAction action(String code) {
		return switch (code) {
			case "r" -> ReferentialAction.RESTRICT;
			case "c" -> ReferentialAction.CASCADE;
			case "n" -> ReferentialAction.SET_NULL;
			case "d" -> ReferentialAction.SET_DEFAULT;
			default -> ReferentialAction.NO_ACTION;
		};
	}

}
