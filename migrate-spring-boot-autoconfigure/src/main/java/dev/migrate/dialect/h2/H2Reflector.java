package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.Reflector;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Named;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;

/**
 * Reads a schema from H2's {@code INFORMATION_SCHEMA} by eight queries.
 */
final class H2Reflector implements Reflector {

	// In upper case, for a database that does not fold names
	private static final String TABLES = """
			SELECT TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES
			WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA) ORDER BY 1""";

	private static final String COLUMNS = """
			SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER),
				IS_NULLABLE, COLUMN_DEFAULT, GENERATION_EXPRESSION, REMARKS, DOMAIN_NAME,
				CASE WHEN DOMAIN_SCHEMA <> CURRENT_SCHEMA THEN DOMAIN_SCHEMA END, IDENTITY_GENERATION,
				IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_MINIMUM, IDENTITY_MAXIMUM, IDENTITY_CACHE, IDENTITY_CYCLE
			FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			ORDER BY TABLE_NAME, ORDINAL_POSITION""";

	// Those of identity columns are not among them
	private static final String SEQUENCES = """
			SELECT SEQUENCE_NAME, DECLARED_DATA_TYPE || CASE WHEN DECLARED_NUMERIC_PRECISION IS NULL THEN ''
				ELSE '(' || CONCAT_WS(',', DECLARED_NUMERIC_PRECISION, DECLARED_NUMERIC_SCALE) || ')' END, REMARKS,
				START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE, CACHE, CYCLE_OPTION
			FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)""";

	private static final String OTHERS = """
			SELECT 'trigger ' || TRIGGER_NAME || ' on ' || EVENT_OBJECT_TABLE FROM INFORMATION_SCHEMA.TRIGGERS
			WHERE TRIGGER_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			UNION ALL
			SELECT LOWER(ROUTINE_TYPE) || ' ' || ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES
			WHERE ROUTINE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			UNION ALL
			SELECT 'domain ' || DOMAIN_NAME FROM INFORMATION_SCHEMA.DOMAINS
			WHERE DOMAIN_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA) AND DATA_TYPE <> 'ENUM'
			UNION ALL
			SELECT 'synonym ' || SYNONYM_NAME FROM INFORMATION_SCHEMA.SYNONYMS
			WHERE SYNONYM_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			ORDER BY 1""";

	private final Identifiers identifiers;

	private final H2Types types;

	H2Reflector(Identifiers identifiers, H2Types types) {
		this.identifiers = identifiers;
		this.types = types;
	}

	@Override
	public Schema reflect(Connection connection, @Nullable String schema) throws SQLException {
		Identifiers here = identifiers(this.identifiers, connection);
		return ((here == this.identifiers) ? this : new H2Reflector(here, this.types)).read(connection, schema);
	}

	@Override
	public List<String> others(Connection connection, @Nullable String schema) {
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		List<String> others = new ArrayList<>();
		query(jdbc, OTHERS, (schema != null) ? this.identifiers.toStored(schema) : null,
				(row) -> others.add(text(row, 1)));
		return others;
	}

	private Schema read(Connection connection, @Nullable String schema) {
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		String stored = (schema != null) ? this.identifiers.toStored(schema) : null;
		CatalogTables tables = new CatalogTables(schema);
		query(jdbc, TABLES, stored, (row) -> tables.table(text(row, 1), logical(row, 1), row.getString(2)));
		H2EnumRows enums = new H2EnumRows(this.identifiers);
		query(jdbc, H2EnumRows.QUERY, stored, (row) -> enums.add(row, schema));
		query(jdbc, H2EnumRows.CHECKED, stored, (row) -> enums.addChecked(row, schema));
		enums.toEnumTypes().forEach(tables::add);
		Map<QualifiedName, Set<String>> columns = new HashMap<>();
		query(jdbc, COLUMNS, stored, (row) -> {
			Column column = column(row, enums);
			tables.column(text(row, 1), column);
			columns.computeIfAbsent(new QualifiedName(schema, logical(row, 1)), (table) -> new HashSet<>())
				.add(column.name());
		});
		// The names of constraints and indexes are those of the schema, not of the table
		Map<String, H2ConstraintRows> constraints = new LinkedHashMap<>();
		query(jdbc, H2ConstraintRows.QUERY, stored,
				(row) -> constraints.computeIfAbsent(text(row, 2), (key) -> new H2ConstraintRows(this.identifiers))
					.add(row));
		if (constraints.values().stream().anyMatch((rows) -> rows.isOutdated(columns, schema))) {
			Map<String, List<String>> indexed = new HashMap<>();
			query(jdbc, H2ConstraintRows.INDEXES, stored,
					(row) -> indexed.computeIfAbsent(text(row, 1), (name) -> new ArrayList<>()).add(logical(row, 2)));
			constraints.values()
				.stream()
				.filter((rows) -> rows.isOutdated(columns, schema))
				.forEach((rows) -> rows.update(indexed));
		}
		constraints.values().forEach((rows) -> tables.constraint(rows.table(), rows.toConstraint()));
		Map<String, H2IndexRows> indexes = new LinkedHashMap<>();
		query(jdbc, H2IndexRows.QUERY, stored,
				(row) -> indexes.computeIfAbsent(text(row, 2), (key) -> new H2IndexRows(this.identifiers)).add(row));
		indexes.values().forEach((rows) -> tables.index(rows.table(), rows.toIndex()));
		query(jdbc, SEQUENCES, stored, (row) -> tables.add(sequence(schema, row)));
		H2ViewRows views = new H2ViewRows();
		query(jdbc, H2ViewRows.QUERY, stored, (row) -> views.add(row, new QualifiedName(schema, logical(row, 1))));
		views.toViews().forEach(tables::add);
		return tables.toSchema();
	}

	/** The identifiers, as this database stores them. */
	static Identifiers identifiers(Identifiers identifiers, Connection connection) throws SQLException {
		return connection.getMetaData().storesUpperCaseIdentifiers() ? identifiers : identifiers.unfolded();
	}

	private static void query(JdbcClient jdbc, String sql, @Nullable String schema, RowCallbackHandler handler) {
		jdbc.sql(sql).param("schema", schema).query(handler);
	}

	private Column column(ResultSet row, H2EnumRows enums) throws SQLException {
		ColumnType type = type(row, enums);
		String generation = row.getString(10);
		String expression = row.getString(6);
		return new Column(logical(row, 2), type, text(row, 4).equals("YES"), row.getString(5),
				(generation != null) ? new Identity(generation.equals("ALWAYS"), H2SequenceOptions.read(row, 11, type))
						: null,
				(expression != null) ? new GeneratedExpression(expression, true) : null, null, row.getString(7));
	}

	private ColumnType type(ResultSet row, H2EnumRows enums) throws SQLException {
		if (row.getString(8) == null) {
			return this.types.printed(text(row, 3));
		}
		QualifiedName domain = enums.name(row, 8, 9);
		return enums.contains(domain) ? new Named(domain) : new Raw(this.identifiers.quote(domain));
	}

	private Sequence sequence(@Nullable String schema, ResultSet row) throws SQLException {
		ColumnType type = this.types.printed(text(row, 2));
		return new Sequence(new QualifiedName(schema, logical(row, 1)), type, H2SequenceOptions.read(row, 4, type),
				null, row.getString(3));
	}

	private String logical(ResultSet row, int column) throws SQLException {
		return this.identifiers.toLogical(text(row, column));
	}

	static String text(ResultSet row, int column) throws SQLException {
		return Objects.requireNonNull(row.getString(column));
	}

}
