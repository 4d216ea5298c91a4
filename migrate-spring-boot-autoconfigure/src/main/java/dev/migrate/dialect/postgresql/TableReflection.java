package dev.migrate.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.schema.Column;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.TableOptions;

/**
 * Reads tables and their columns.
 */
final class TableReflection {

	private static final String TABLES = """
			SELECT c.relname, x.description,
				CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END, c.reloptions
			FROM pg_catalog.pg_class c
			%s
			WHERE %s ORDER BY 1""".formatted(description("0"), PostgresCatalog.TABLES);

	private static final String COLUMNS = """
			SELECT c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
				pg_catalog.pg_get_expr(d.adbin, d.adrelid, true), a.attidentity::text, a.attgenerated::text,
				x.description, o.collname, %s, e.typname, a.attndims,
				s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
				pg_catalog.format_type(s.seqtypid, NULL)
			FROM pg_catalog.pg_class c
			JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
			LEFT JOIN pg_catalog.pg_type e ON e.typtype IN ('e', 'c')
				AND e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
			LEFT JOIN pg_catalog.pg_namespace n ON n.oid = e.typnamespace
			LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation AND a.attcollation <> t.typcollation
			LEFT JOIN pg_catalog.pg_depend i ON a.attidentity <> '' AND i.classid = 'pg_catalog.pg_class'::regclass
				AND i.refclassid = 'pg_catalog.pg_class'::regclass AND i.refobjid = c.oid
				AND i.refobjsubid = a.attnum AND i.deptype = 'i'
			LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = i.objid
			%s
			WHERE %s ORDER BY c.relname, a.attnum""".formatted(PostgresCatalog.schemaOf("n"), description("a.attnum"),
			PostgresCatalog.TABLES);

	private static final int SEQUENCE = 13;

	private TableReflection() {
	}

	/** A join: {@code col_description} would look for each column by itself. */
	private static String description(String column) {
		return "LEFT JOIN pg_catalog.pg_description x ON x.classoid = 'pg_catalog.pg_class'::regclass"
				+ " AND x.objoid = c.oid AND x.objsubid = " + column;
	}

	static void read(PostgresCatalog catalog, CatalogTables found) {
		catalog.query(TABLES, (row) -> {
			String name = PostgresCatalog.text(row, 1);
			found.table(name, name, row.getString(2),
					new TableOptions(row.getString(3), PostgresCatalog.options(row, 4)));
		});
		catalog.query(COLUMNS, (row) -> found.column(PostgresCatalog.text(row, 1), column(catalog, row)));
	}

	private static Column column(PostgresCatalog catalog, ResultSet row) throws SQLException {
		String expression = row.getString(5);
		GeneratedExpression generated = generated(expression, PostgresCatalog.text(row, 7));
		return new Column(PostgresCatalog.text(row, 2),
				catalog.type(PostgresCatalog.text(row, 3), row.getString(10), row.getString(11), row.getInt(12)),
				!row.getBoolean(4), (generated != null) ? null : expression,
				identity(row, PostgresCatalog.text(row, 6)), generated, row.getString(9), row.getString(8));
	}

	private static @Nullable GeneratedExpression generated(@Nullable String expression, String code) {
		return (expression != null && !code.isEmpty())
				? new GeneratedExpression(PostgresCatalog.withoutParentheses(expression), code.equals("s")) : null;
	}

	private static @Nullable Identity identity(ResultSet row, String code) throws SQLException {
		return code.isEmpty() ? null : new Identity(code.equals("a"), SequenceReflection.options(row, SEQUENCE));
	}

}
