package dev.migrate.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.dialect.Identifiers;
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
 * Reads a schema from H2's {@code INFORMATION_SCHEMA} by four queries.
 */
final class H2Reflector implements Reflector {

	/** The length of what was declared without one. */
	private static final long UNBOUNDED = 1_000_000_000;

	// In upper case, for a database that does not fold names
	private static final String TABLES = """
			SELECT TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES
			WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA) ORDER BY 1""";

	private static final String COLUMNS = """
			SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE,
				DATETIME_PRECISION, IS_NULLABLE, COLUMN_DEFAULT, IDENTITY_GENERATION, REMARKS
			FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			ORDER BY TABLE_NAME, ORDINAL_POSITION""";

	private static final String CONSTRAINTS = """
			SELECT C.TABLE_NAME, C.CONSTRAINT_NAME, C.CONSTRAINT_TYPE, K.COLUMN_NAME, H.CHECK_CLAUSE,
				CASE WHEN U.TABLE_SCHEMA <> CURRENT_SCHEMA THEN U.TABLE_SCHEMA END, U.TABLE_NAME, U.COLUMN_NAME,
				R.DELETE_RULE, R.UPDATE_RULE
			FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C
			LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K
				ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME
			LEFT JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS H
				ON H.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND H.CONSTRAINT_NAME = C.CONSTRAINT_NAME
			LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
				ON R.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND R.CONSTRAINT_NAME = C.CONSTRAINT_NAME
			LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE U
				ON U.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA
				AND U.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME
				AND U.ORDINAL_POSITION = K.POSITION_IN_UNIQUE_CONSTRAINT
			WHERE C.TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA)
			ORDER BY C.TABLE_NAME, C.CONSTRAINT_NAME, K.ORDINAL_POSITION""";

	private static final String INDEXES = """
			SELECT I.TABLE_NAME, I.INDEX_NAME, I.INDEX_TYPE_NAME, C.COLUMN_NAME
			FROM INFORMATION_SCHEMA.INDEXES I
			JOIN INFORMATION_SCHEMA.INDEX_COLUMNS C
				ON C.INDEX_SCHEMA = I.INDEX_SCHEMA AND C.INDEX_NAME = I.INDEX_NAME
			WHERE I.TABLE_SCHEMA = COALESCE(:schema, CURRENT_SCHEMA) AND NOT I.IS_GENERATED
				AND I.INDEX_TYPE_NAME IN ('INDEX', 'UNIQUE INDEX')
			ORDER BY I.TABLE_NAME, I.INDEX_NAME, C.ORDINAL_POSITION""";

	private final Identifiers identifiers;

	private final TypeNames types;

	H2Reflector(Identifiers identifiers, TypeNames types) {
		this.identifiers = identifiers;
		this.types = types;
	}

	@Override
	public Schema reflect(Connection connection, @Nullable String schema) throws SQLException {
		JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		String stored = (schema != null) ? stored(connection, schema) : null;
		CatalogTables tables = new CatalogTables(schema);
		query(jdbc, TABLES, stored, (row) -> tables.table(text(row, 1), logical(row, 1), row.getString(2)));
		query(jdbc, COLUMNS, stored, (row) -> tables.column(text(row, 1), column(row)));
		Map<String, ConstraintRows> constraints = new LinkedHashMap<>();
		query(jdbc, CONSTRAINTS, stored,
				(row) -> constraints.computeIfAbsent(text(row, 1) + " " + text(row, 2), (key) -> new ConstraintRows())
					.add(row));
		constraints.values().forEach((rows) -> tables.constraint(rows.table, rows.toConstraint()));
		Map<String, IndexRows> indexes = new LinkedHashMap<>();
		query(jdbc, INDEXES, stored, (row) -> indexes.computeIfAbsent(text(row, 2), (key) -> new IndexRows()).add(row));
		indexes.values().forEach((rows) -> tables.index(rows.table, rows.toIndex()));
		return tables.toSchema();
	}

	private String stored(Connection connection, String schema) throws SQLException {
		// DATABASE_TO_UPPER=FALSE and DATABASE_TO_LOWER=TRUE keep regular names as they
		// are
		return connection.getMetaData().storesUpperCaseIdentifiers() ? this.identifiers.toStored(schema) : schema;
	}

	private static void query(JdbcClient jdbc, String sql, @Nullable String schema, RowCallbackHandler handler) {
		jdbc.sql(sql).param("schema", schema).query(handler);
	}

	private Column column(ResultSet row) throws SQLException {
		String generation = row.getString(10);
		Identity identity = (generation == null) ? null
				: generation.equals("ALWAYS") ? Identity.ALWAYS : Identity.BY_DEFAULT;
		return new Column(logical(row, 2), this.types.parse(type(row)), text(row, 8).equals("YES"),
				(identity == null) ? row.getString(9) : null, identity, row.getString(11));
	}

	private static String type(ResultSet row) throws SQLException {
		String name = text(row, 3);
		return switch (name) {
			case "CHARACTER", "CHARACTER VARYING", "BINARY", "BINARY VARYING" ->
				(row.getLong(4) == UNBOUNDED) ? name : name + "(" + row.getLong(4) + ")";
			case "NUMERIC", "DECFLOAT" -> name + "(" + row.getInt(5) + "," + row.getInt(6) + ")";
			case "TIME", "TIMESTAMP" -> name + "(" + row.getInt(7) + ")";
			case "TIME WITH TIME ZONE", "TIMESTAMP WITH TIME ZONE" ->
				name.replace(" WITH", "(" + row.getInt(7) + ") WITH");
			default -> name;
		};
	}

	private String logical(ResultSet row, int column) throws SQLException {
		return this.identifiers.toLogical(text(row, column));
	}

	private static String text(ResultSet row, int column) throws SQLException {
		return Objects.requireNonNull(row.getString(column));
	}

	private final class ConstraintRows {

		private String table = "";

		private String name = "";

		private String type = "";

		private final List<String> columns = new ArrayList<>();

		private final List<String> referencedColumns = new ArrayList<>();

		private @Nullable QualifiedName referencedTable;

		private String condition = "";

		private ReferentialAction onDelete = ReferentialAction.NO_ACTION;

		private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

		private void add(ResultSet row) throws SQLException {
			this.table = text(row, 1);
			this.name = logical(row, 2);
			this.type = text(row, 3);
			if (row.getString(4) != null) {
				this.columns.add(logical(row, 4));
			}
			this.condition = Objects.toString(row.getString(5), "");
			if (row.getString(7) != null) {
				String schema = row.getString(6);
				this.referencedTable = new QualifiedName(
						(schema != null) ? H2Reflector.this.identifiers.toLogical(schema) : null, logical(row, 7));
				this.referencedColumns.add(logical(row, 8));
				this.onDelete = action(text(row, 9));
				this.onUpdate = action(text(row, 10));
			}
		}

		private static ReferentialAction action(String rule) {
			// RESTRICT is what H2 calls its only way to refuse
			return rule.equals("RESTRICT") ? ReferentialAction.NO_ACTION
					: ReferentialAction.valueOf(rule.replace(' ', '_'));
		}

		private Constraint toConstraint() {
			return switch (this.type) {
				case "PRIMARY KEY" -> new PrimaryKey(this.name, this.columns);
				case "UNIQUE" -> new UniqueConstraint(this.name, this.columns);
				case "CHECK" -> new CheckConstraint(this.name, this.condition);
				default -> new ForeignKey(this.name, this.columns, Objects.requireNonNull(this.referencedTable),
						this.referencedColumns, this.onDelete, this.onUpdate);
			};
		}

	}

	private final class IndexRows {

		private String table = "";

		private String name = "";

		private boolean unique;

		private final List<String> columns = new ArrayList<>();

		private void add(ResultSet row) throws SQLException {
			this.table = text(row, 1);
			this.name = logical(row, 2);
			this.unique = text(row, 3).startsWith("UNIQUE");
			this.columns.add(logical(row, 4));
		}

		private Index toIndex() {
			return new Index(this.name, this.columns, this.unique, null);
		}

	}

}
