package dev.migrate.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.dialect.Reflector;
import dev.migrate.dialect.TypeNames;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.UniqueConstraint;

/**
 * Reads a schema from PostgreSQL's catalog by four queries.
 */
final class PostgresReflector implements Reflector {

	private static final String IN_SCHEMA = "c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace"
			+ " WHERE nspname = coalesce(:schema::text, current_schema()))";

	private static final String TABLES = """
			SELECT c.relname, pg_catalog.obj_description(c.oid, 'pg_class')
			FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p') AND %s ORDER BY 1""".formatted(IN_SCHEMA);

	private static final String COLUMNS = """
			SELECT c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
				pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attidentity::text,
				pg_catalog.col_description(c.oid, a.attnum)
			FROM pg_catalog.pg_class c
			JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
				AND a.attgenerated = ''
			WHERE c.relkind IN ('r', 'p') AND %s ORDER BY c.relname, a.attnum""".formatted(IN_SCHEMA);

	private static final String CONSTRAINTS = """
			SELECT c.relname, k.conname, k.contype::text,
				ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(attnum, place)
					JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY place),
				CASE WHEN fn.nspname <> current_schema() THEN fn.nspname END, f.relname,
				ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(attnum, place)
					JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum ORDER BY place),
				k.confdeltype::text, k.confupdtype::text, pg_catalog.pg_get_expr(k.conbin, k.conrelid, true)
			FROM pg_catalog.pg_constraint k
			JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
			LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
			LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
			WHERE k.contype IN ('p', 'u', 'f', 'c') AND %s ORDER BY c.relname, k.conname""".formatted(IN_SCHEMA);

	private static final String INDEXES = """
			SELECT c.relname, i.relname, x.indisunique,
				ARRAY(SELECT pg_catalog.pg_get_indexdef(x.indexrelid, n, true)
					FROM generate_series(1, x.indnkeyatts) n ORDER BY n),
				ARRAY(SELECT a.attname::text FROM unnest(x.indkey) WITH ORDINALITY u(attnum, place)
					LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = u.attnum
					WHERE place <= x.indnkeyatts ORDER BY place),
				pg_catalog.pg_get_expr(x.indpred, x.indrelid)
			FROM pg_catalog.pg_index x
			JOIN pg_catalog.pg_class c ON c.oid = x.indrelid
			JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
			WHERE c.relkind IN ('r', 'p') AND %s
				AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
					WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
			ORDER BY c.relname, i.relname""".formatted(IN_SCHEMA);

	private final TypeNames types;

	PostgresReflector(TypeNames types) {
		this.types = types;
	}

	@Override
	public Schema reflect(Connection connection, @Nullable String schema) throws SQLException {
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		CatalogTables tables = new CatalogTables(schema);
		query(jdbc, TABLES, schema, (row) -> tables.table(text(row, 1), text(row, 1), row.getString(2)));
		query(jdbc, COLUMNS, schema, (row) -> tables.column(text(row, 1), column(row)));
		query(jdbc, CONSTRAINTS, schema, (row) -> tables.constraint(text(row, 1), constraint(row)));
		query(jdbc, INDEXES, schema, (row) -> tables.index(text(row, 1), index(row)));
		return tables.toSchema();
	}

	private static void query(JdbcClient jdbc, String sql, @Nullable String schema, RowCallbackHandler handler) {
		jdbc.sql(sql).param("schema", schema).query(handler);
	}

	private Column column(ResultSet row) throws SQLException {
		Identity identity = switch (text(row, 6)) {
			case "a" -> Identity.ALWAYS;
			case "d" -> Identity.BY_DEFAULT;
			default -> null;
		};
		return new Column(text(row, 2), this.types.parse(text(row, 3)), !row.getBoolean(4), row.getString(5), identity,
				row.getString(7));
	}

	private static Constraint constraint(ResultSet row) throws SQLException {
		String name = text(row, 2);
		List<String> columns = list(row, 4);
		return switch (text(row, 3)) {
			case "p" -> new PrimaryKey(name, columns);
			case "u" -> new UniqueConstraint(name, columns);
			case "c" -> new CheckConstraint(name, text(row, 10));
			default -> new ForeignKey(name, columns, new QualifiedName(row.getString(5), text(row, 6)), list(row, 7),
					action(text(row, 8)), action(text(row, 9)));
		};
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

	private static Index index(ResultSet row) throws SQLException {
		// A column has a name; an expression has none and is taken as it is printed
		@Nullable String[] printed = array(row, 4);
		@Nullable String[] names = array(row, 5);
		for (int i = 0; i < printed.length; i++) {
			printed[i] = (names[i] != null) ? names[i] : printed[i];
		}
		return new Index(text(row, 2), strings(printed), row.getBoolean(3), row.getString(6));
	}

	private static String text(ResultSet row, int column) throws SQLException {
		return Objects.requireNonNull(row.getString(column));
	}

	private static List<String> list(ResultSet row, int column) throws SQLException {
		return strings(array(row, column));
	}

	private static List<String> strings(@Nullable String[] values) {
		return java.util.Arrays.stream(values).map(Objects::requireNonNull).toList();
	}

	private static @Nullable String[] array(ResultSet row, int column) throws SQLException {
		Array array = row.getArray(column);
		return (array != null) ? (String[]) array.getArray() : new String[0];
	}

}
