package dev.migrate.fidelity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What PostgreSQL's {@code pg_get_…} functions say. Every name is qualified, since the
 * search path is empty.
 */
final class PostgresCatalogDump extends CatalogDump {

	private static final Pattern UNCHOSEN = Pattern.compile(".*_(key|pkey|check|fkey|not_null)[0-9]*");

	private static final String OURS = """
			(SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')""";

	private static final String OBJECTS = """
			SELECT concat_ws(' ', 'schema', quote_ident(nspname)) FROM pg_namespace WHERE oid IN OURS
			UNION ALL SELECT concat_ws(' ', 'relation', c.oid::regclass, c.relkind, c.relpersistence,
				pg_get_partkeydef(c.oid), c.reloptions::text, 'comment ' || obj_description(c.oid, 'pg_class'))
			FROM pg_class c WHERE c.relnamespace IN OURS AND c.relkind IN ('r', 'p', 'S', 'c', 'v', 'm', 'f')
			UNION ALL SELECT concat_ws(' ', 'column', c.oid::regclass, quote_ident(a.attname),
				format_type(a.atttypid, a.atttypmod), a.attndims, CASE WHEN a.attnotnull THEN 'not null' END,
				'identity ' || nullif(a.attidentity::text, ''), 'generated ' || nullif(a.attgenerated::text, ''),
				a.attcollation::regcollation, 'default ' || pg_get_expr(d.adbin, d.adrelid),
				'comment ' || col_description(c.oid, a.attnum))
			FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			WHERE c.relnamespace IN OURS AND c.relkind IN ('r', 'p', 'c', 'v', 'm', 'f') AND a.attnum > 0
			AND NOT a.attisdropped
			UNION ALL SELECT concat_ws(' ', 'view', c.oid::regclass, pg_get_viewdef(c.oid))
			FROM pg_class c WHERE c.relnamespace IN OURS AND c.relkind IN ('v', 'm')
			UNION ALL SELECT concat_ws(' ', 'sequence', s.seqrelid::regclass, format_type(s.seqtypid, NULL), s.seqstart,
				s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, 'owner ' || d.refobjid::regclass || '.'
				|| (SELECT attname FROM pg_attribute WHERE attrelid = d.refobjid AND attnum = d.refobjsubid))
			FROM pg_sequence s LEFT JOIN pg_depend d ON d.objid = s.seqrelid AND d.refobjsubid > 0
			UNION ALL SELECT concat_ws(' ', 'type', t.oid::regtype, t.typtype, 'comment ' || obj_description(t.oid, 'pg_type'),
				(SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum
				WHERE enumtypid = t.oid), nullif(format_type(t.typbasetype, t.typtypmod), '-'), t.typnotnull, t.typdefault)
			FROM pg_type t WHERE t.typnamespace IN OURS AND t.typtype IN ('e', 'd')
			UNION ALL SELECT concat_ws(' ', 'cast', format_type(k.castsource, NULL), format_type(k.casttarget, NULL),
				k.castcontext, k.castmethod) FROM pg_cast k JOIN pg_type t ON t.oid IN (k.castsource, k.casttarget)
			WHERE t.typnamespace IN OURS
			UNION ALL SELECT concat_ws(' ', 'function', p.oid::regprocedure, p.prosrc) FROM pg_proc p
			WHERE p.pronamespace IN OURS
			UNION ALL SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid)) FROM pg_trigger t
			JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace IN OURS AND NOT t.tgisinternal""";

	private static final String CONSTRAINTS = """
			SELECT k.conname, concat_ws(' ', 'constraint', k.conrelid::regclass, k.contype), pg_get_constraintdef(k.oid),
				'comment ' || obj_description(k.oid, 'pg_constraint'), k.contype = 'c' AND k.conrelid <> 0,
				k.conrelid::regclass FROM pg_constraint k WHERE k.connamespace IN OURS""";

	private static final String INDEXES = """
			SELECT c.relname, replace(pg_get_indexdef(x.indexrelid), ' INDEX ' || quote_ident(c.relname) || ' ON ',
				' INDEX ON '), 'comment ' || obj_description(c.oid, 'pg_class'), x.indisvalid
			FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
			WHERE c.relnamespace IN OURS
			AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))""";

	@Override
	List<String> structure(Connection connection) throws SQLException {
		boolean autoCommit = connection.getAutoCommit();
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("SET LOCAL search_path = ''");
			List<String> lines = new ArrayList<>(column(connection, ours(OBJECTS)));
			addIndexes(statement, lines);
			addConstraints(statement, lines);
			return lines.stream().distinct().sorted().toList();
		}
		finally {
			connection.rollback();
			connection.setAutoCommit(autoCommit);
		}
	}

	private static void addIndexes(Statement statement, List<String> lines) throws SQLException {
		try (ResultSet rows = statement.executeQuery(ours(INDEXES))) {
			while (rows.next()) {
				lines.add("index " + chosen(rows.getString(1), UNCHOSEN) + " " + rows.getString(2) + " "
						+ rows.getString(3) + " valid " + rows.getBoolean(4));
			}
		}
	}

	private static void addConstraints(Statement statement, List<String> lines) throws SQLException {
		List<String[]> checks = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(ours(CONSTRAINTS))) {
			while (rows.next()) {
				String object = rows.getString(2) + " " + chosen(rows.getString(1), UNCHOSEN) + " " + rows.getString(4);
				if (rows.getBoolean(5)) {
					checks.add(new String[] { object, rows.getString(6), rows.getString(3) });
				}
				else {
					lines.add(object + " " + rows.getString(3));
				}
			}
		}
		for (String[] check : checks) {
			lines.add(check[0] + " " + printedAgain(statement, check[1], check[2]));
		}
	}

	/** What is printed of a check is not what is printed of the one made of that text. */
	private static String printedAgain(Statement statement, String table, String definition) throws SQLException {
		statement.execute("ALTER TABLE " + table + " ADD CONSTRAINT printed_again " + definition);
		try (ResultSet row = statement
			.executeQuery("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'printed_again'")) {
			row.next();
			definition = row.getString(1);
		}
		statement.execute("ALTER TABLE " + table + " DROP CONSTRAINT printed_again");
		return definition;
	}

	@Override
	String tableNames() {
		return ours("""
				SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.oid IN OURS AND c.relkind IN ('r', 'p')""");
	}

	private static String ours(String sql) {
		return sql.replace("OURS", OURS);
	}

}
