package dev.migrate.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.dialect.CatalogViews;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.Reflector;
import dev.migrate.dialect.TypeNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema from the definitions that SQLite keeps, by one query. They hold what its
 * pragmas do not tell: names of constraints, checks, expressions, collations.
 */
final class SqliteReflector implements Reflector {

	private static final String VIRTUAL = "CREATE VIRTUAL";

	private static final String OBJECTS = """
			SELECT type, name, tbl_name, sql FROM %s WHERE type IN ('table', 'index', 'view') AND sql IS NOT NULL
				AND name NOT LIKE 'sqlite!_%%' ESCAPE '!' ORDER BY type DESC, name""";

	private static final String DEFINITIONS = """
			SELECT type, sql FROM %s
			WHERE tbl_name = ? COLLATE NOCASE AND type IN ('table', 'index', 'trigger') AND sql IS NOT NULL
			ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, rowid""";

	private static final String OTHERS = """
			SELECT 'trigger ' || name || ' on ' || tbl_name FROM %1$s WHERE type = 'trigger'
			UNION ALL
			SELECT 'virtual table ' || name FROM %1$s WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%%'
			ORDER BY 1""";

	private static final String STORED = "STORED";

	private final Identifiers identifiers;

	private final TypeNames types;

	private final DefinitionParser parser;

	SqliteReflector(Identifiers identifiers, TypeNames types, SqliteScriptLexer lexer) {
		this.identifiers = identifiers;
		this.types = types;
		this.parser = new DefinitionParser(lexer);
	}

	@Override
	public Schema reflect(Connection connection, @Nullable String schema) throws SQLException {
		Map<String, TableDefinition> definitions = new LinkedHashMap<>();
		Map<View, Set<String>> views = new LinkedHashMap<>();
		CatalogTables tables = new CatalogTables(schema);
		try (PreparedStatement statement = connection.prepareStatement(OBJECTS.formatted(master(schema)));
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				String table = key(text(rows, 3));
				String sql = text(rows, 4);
				if (text(rows, 1).equals("view")) {
					View view = new View(new QualifiedName(schema, text(rows, 2)), this.parser.viewQuery(sql), null);
					views.put(view,
							this.parser.names(view.query()).map(SqliteReflector::key).collect(Collectors.toSet()));
				}
				else if (text(rows, 1).equals("index")) {
					tables.index(table, this.parser.index(sql));
				}
				else if (!sql.toUpperCase(Locale.ROOT).startsWith(VIRTUAL)) {
					definitions.put(table, this.parser.table(sql));
					tables.table(table, text(rows, 2), null);
				}
			}
		}
		definitions.forEach((table, definition) -> {
			definition.columns().forEach((column) -> tables.column(table, column(definition, column)));
			constraints(definition, definitions).forEach((constraint) -> tables.constraint(table, constraint));
		});
		CatalogViews
			.inOrder(views.keySet(),
					(view, other) -> views.getOrDefault(view, Set.of()).contains(key(other.name().name())))
			.forEach(tables::add);
		return tables.toSchema();
	}

	@Override
	public List<String> others(Connection connection, @Nullable String schema) throws SQLException {
		List<String> others = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(OTHERS.formatted(master(schema)));
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				others.add(text(rows, 1));
			}
		}
		return others;
	}

	@Override
	public List<String> definitions(Connection connection, QualifiedName table) throws SQLException {
		List<String> definitions = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(DEFINITIONS.formatted(master(table.schema())))) {
			statement.setString(1, table.name());
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					// A view has triggers too
					if (definitions.isEmpty() && !text(rows, 1).equals("table")) {
						return List.of();
					}
					definitions.add(text(rows, 2));
				}
			}
		}
		return definitions;
	}

	private String master(@Nullable String schema) {
		return this.identifiers.quote((schema != null) ? schema : SqliteDialect.MAIN) + ".sqlite_master";
	}

	private static String key(String table) {
		return table.toLowerCase(Locale.ROOT);
	}

	private static String text(ResultSet row, int column) throws SQLException {
		return Objects.requireNonNull(row.getString(column));
	}

	private Column column(TableDefinition table, ColumnDefinition column) {
		if (table.isRowId(column)) {
			return new Column(column.name(), new Standard(Kind.INTEGER, List.of()), false, null,
					table.isAutoincrement() ? Identity.ALWAYS : Identity.BY_DEFAULT, null);
		}
		String value = column.clause(Clause.Kind.DEFAULT).map(Clause::expression).orElse(null);
		String collation = column.clause(Clause.Kind.COLLATE).map(Clause::expression).orElse(null);
		return new Column(column.name(), this.types.parse(column.type()), !column.has(Clause.Kind.NOT_NULL), value,
				null, generated(column), collation, null);
	}

	private static @Nullable GeneratedExpression generated(ColumnDefinition column) {
		return column.clause(Clause.Kind.GENERATED)
			.map((clause) -> new GeneratedExpression(Objects.requireNonNull(clause.expression()),
					clause.text().toUpperCase(Locale.ROOT).endsWith(STORED)))
			.orElse(null);
	}

	/**
	 * The constraints as the other products list them: by name, those without one last.
	 */
	private static Stream<Constraint> constraints(TableDefinition table, Map<String, TableDefinition> tables) {
		return table.clauses()
			.flatMap((clause) -> Stream.ofNullable(clause.constraint()))
			.map((constraint) -> (constraint instanceof ForeignKey key) ? complete(key, tables) : constraint)
			.sorted(Comparator.comparing(Constraint::name, Comparator.nullsLast(Comparator.naturalOrder())));
	}

	/** A foreign key that lists no columns references the primary key. */
	private static Constraint complete(ForeignKey key, Map<String, TableDefinition> tables) {
		TableDefinition referenced = tables.get(key(key.referencedTable().name()));
		if (!key.referencedColumns().isEmpty() || referenced == null
				|| referenced.primaryKey().size() != key.columns().size()) {
			return key;
		}
		return new ForeignKey(key.name(), key.columns(), key.referencedTable(), referenced.primaryKey(), key.onDelete(),
				key.onUpdate());
	}

}
