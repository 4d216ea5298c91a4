package dev.migrate.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.TypeNames;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.QualifiedName;

/**
 * Asks {@code pg_catalog} about one schema.
 */
final class PostgresCatalog {

	/** The schema that is asked about. */
	static final String NAMESPACE = "(SELECT oid FROM pg_catalog.pg_namespace"
			+ " WHERE nspname = coalesce(:schema::text, current_schema()))";

	/** The tables of the schema, as {@code c}. */
	static final String TABLES = "c.relnamespace = " + NAMESPACE
			+ " AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND " + notOfExtension("pg_class", "c");

	private final JdbcClient jdbc;

	private final @Nullable String schema;

	private final TypeNames types;

	/** Many columns are of few types. */
	private final Map<String, ColumnType> known = new HashMap<>();

	private final int majorVersion;

	PostgresCatalog(Connection connection, @Nullable String schema, TypeNames types) throws SQLException {
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		this.schema = schema;
		this.types = types;
		this.majorVersion = connection.getMetaData().getDatabaseMajorVersion();
	}

	/**
	 * A condition that leaves out what belongs to an extension.
	 * @param catalog the catalog of the objects
	 * @param alias its alias
	 * @return the condition
	 */
	static String notOfExtension(String catalog, String alias) {
		return "NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog." + catalog
				+ "'::regclass AND e.objid = " + alias + ".oid AND e.deptype = 'e')";
	}

	/**
	 * The schema of another object, as the names of this schema's objects have it.
	 * @param alias the alias of the other object's {@code pg_namespace}
	 * @return an expression
	 */
	static String schemaOf(String alias) {
		return "CASE WHEN " + alias + ".oid = " + NAMESPACE + " THEN :schema::text WHEN " + alias
				+ ".nspname <> current_schema() THEN " + alias + ".nspname END";
	}

	void query(String sql, RowCallbackHandler handler) {
		this.jdbc.sql(sql).param("schema", this.schema).query(handler);
	}

	boolean isAtLeast(int version) {
		return this.majorVersion >= version;
	}

	QualifiedName name(String name) {
		return new QualifiedName(this.schema, name);
	}

	/**
	 * A type.
	 * @param printed what {@code format_type} prints
	 * @param schema the schema of the type, or of the array's elements, if it has a name
	 * of its own
	 * @param name that name, or {@code null}
	 * @param dimensions the dimensions of an array
	 * @return the type
	 */
	ColumnType type(String printed, @Nullable String schema, @Nullable String name, int dimensions) {
		boolean array = printed.endsWith("[]");
		ColumnType element = (name != null) ? new Named(new QualifiedName(schema, name)) : this.known
			.computeIfAbsent(array ? printed.substring(0, printed.length() - 2) : printed, this.types::parse);
		return array ? new ColumnType.Array(element, Math.max(1, dimensions)) : element;
	}

	static String text(ResultSet row, int column) throws SQLException {
		return Objects.requireNonNull(row.getString(column));
	}

	static List<String> list(ResultSet row, int column) throws SQLException {
		Array array = row.getArray(column);
		return (array != null) ? Arrays.stream((String[]) array.getArray()).map(Objects::requireNonNull).toList()
				: List.of();
	}

	static Map<String, String> options(ResultSet row, int column) throws SQLException {
		Map<String, String> options = new HashMap<>();
		for (String option : list(row, column)) {
			int equals = option.indexOf('=');
			options.put(option.substring(0, equals), option.substring(equals + 1));
		}
		return options;
	}

	/**
	 * An expression without the parentheses around all of it.
	 * @param expression an expression as the server prints it
	 * @return the expression inside
	 */
	static String withoutParentheses(String expression) {
		if (!expression.startsWith("(") || !expression.endsWith(")")) {
			return expression;
		}
		int depth = 0;
		char quote = 0;
		for (int i = 0; i < expression.length() - 1; i++) {
			char c = expression.charAt(i);
			if (quote != 0) {
				quote = (c == quote) ? 0 : quote;
			}
			else if (c == '\'' || c == '"') {
				quote = c;
			}
			else {
				depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
				if (depth == 0) {
					return expression;
				}
			}
		}
		return expression.substring(1, expression.length() - 1);
	}

}
