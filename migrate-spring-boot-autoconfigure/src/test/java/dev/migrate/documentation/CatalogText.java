package dev.migrate.documentation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrate.testsupport.TestDatabase;
import dev.migrate.testsupport.TestDatabase.Product;

/**
 * All that a database holds, rows too, in lines of text: read without the code that is
 * tested. Migrate's own tables are left out.
 */
final class CatalogText {

	private static final String SCHEMAS = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') "
			+ "AND c.relname NOT LIKE 'migrate\\_%'";

	private static final String CLASSES = "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace ";

	private static final List<String> POSTGRESQL = List.of(
			"SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'",
			"SELECT concat_ws(' ', c.relkind, c.oid::regclass, c.reloptions::text, c.relacl::text, "
					+ "obj_description(c.oid, 'pg_class')) " + CLASSES + "WHERE " + SCHEMAS,
			"SELECT concat_ws(' ', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, "
					+ "a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), "
					+ "col_description(c.oid, a.attnum)) " + CLASSES
					+ "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
					+ "LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum "
					+ "WHERE c.relkind IN ('r', 'p', 'c') AND " + SCHEMAS,
			"SELECT concat_ws(' ', c.oid::regclass, x.conname, pg_get_constraintdef(x.oid), x.convalidated) " + CLASSES
					+ "JOIN pg_constraint x ON x.conrelid = c.oid WHERE " + SCHEMAS,
			"SELECT pg_get_indexdef(c.oid) || i.indisvalid " + CLASSES
					+ "JOIN pg_index i ON i.indexrelid = c.oid WHERE " + SCHEMAS,
			"SELECT concat_ws(' ', s.schemaname, s.sequencename, s.data_type, s.start_value, s.min_value, s.max_value, "
					+ "s.increment_by, s.cycle, s.cache_size) FROM pg_sequences s WHERE sequencename NOT LIKE 'migrate%'",
			"SELECT concat_ws(' ', 'owner', objid::regclass, refobjid::regclass, refobjsubid) FROM pg_depend "
					+ "WHERE deptype = 'a' AND objid IN (SELECT seqrelid FROM pg_sequence)",
			"SELECT concat_ws(' ', 'enum', enumtypid::regtype, enumlabel, "
					+ "row_number() OVER (PARTITION BY enumtypid ORDER BY enumsortorder)) FROM pg_enum",
			"SELECT 'cast ' || concat_ws(' ', castsource::regtype, casttarget::regtype, castcontext) FROM pg_cast "
					+ "WHERE oid >= 16384",
			"SELECT pg_get_viewdef(c.oid) " + CLASSES + "WHERE c.relkind = 'v' AND " + SCHEMAS,
			"SELECT 'row ' || u::text FROM users u", "SELECT 'row ' || u::text FROM bookings u");

	private static final List<String> SQLITE = List.of(
			"SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
			"SELECT 'row of users', * FROM users", "SELECT 'row of bookings', * FROM bookings");

	private CatalogText() {
	}

	static List<String> of(Product product, TestDatabase database) {
		List<String> lines = new ArrayList<>();
		queries(product).forEach((sql) -> lines.addAll(read(database, sql)));
		return lines.stream()
			.filter((line) -> !line.toLowerCase(Locale.ROOT).contains("migrate_"))
			.map((line) -> line.replaceAll("SYSTEM_SEQUENCE_\\w+", "SYSTEM_SEQUENCE"))
			// SQLite itself quotes the name of a table that it renames
			.map((line) -> (product == Product.SQLITE) ? line.replace("\"", "") : line)
			.sorted()
			.toList();
	}

	private static List<String> queries(Product product) {
		return switch (product) {
			case POSTGRESQL -> POSTGRESQL;
			case H2 -> List.of("SCRIPT NOPASSWORDS NOSETTINGS");
			case SQLITE -> SQLITE;
		};
	}

	private static List<String> read(TestDatabase database, String sql) {
		List<String> lines = new ArrayList<>();
		try (Connection connection = database.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				StringBuilder line = new StringBuilder();
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					line.append(rows.getString(i)).append(' ');
				}
				// A table that is made anew is written otherwise
				lines.add(line.toString().strip().replaceAll("\\s+", " "));
			}
		}
		catch (SQLException ex) {
			// The example may have dropped or renamed the table whose rows are asked for
			if (!"42P01".equals(ex.getSQLState()) && !String.valueOf(ex.getMessage()).contains("no such table")) {
				throw new AssertionError(sql, ex);
			}
		}
		return lines;
	}

}
