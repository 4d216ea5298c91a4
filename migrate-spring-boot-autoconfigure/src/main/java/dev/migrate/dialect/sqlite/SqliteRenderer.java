package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.migrate.dialect.Feature;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.ProductSyntax;
import dev.migrate.dialect.StandardRenderer;
import dev.migrate.dialect.TableSource;
import dev.migrate.dialect.UnsupportedFeatureException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Types;

/**
 * Renders operations for SQLite: in place what SQLite can, else by making the table anew.
 * An identity is an {@code integer PRIMARY KEY}; one whose values are always generated is
 * {@code AUTOINCREMENT} too, which never gives a number again.
 */
final class SqliteRenderer extends StandardRenderer {

	private final Identifiers identifiers;

	private final ProductSyntax syntax;

	private final SqliteElementWriter elements;

	private final DefinitionParser parser;

	private final TableChanges changes;

	SqliteRenderer(ProductSyntax syntax, SqliteScriptLexer lexer) {
		this(syntax, new SqliteElementWriter(syntax, lexer), lexer);
	}

	private SqliteRenderer(ProductSyntax syntax, SqliteElementWriter elements, SqliteScriptLexer lexer) {
		super(syntax, elements, lexer);
		this.syntax = syntax;
		this.identifiers = syntax.identifiers();
		this.elements = elements;
		this.parser = new DefinitionParser(lexer);
		this.changes = new TableChanges(this.parser, syntax.types(), elements);
		register(CreateTable.class, this::createTable);
		register(DropTable.class, this::dropTable);
		register(AddColumn.class, this::addColumn);
		register(AlterColumn.class, this::alterColumn);
		register(DropColumn.class, this::dropColumn);
		register(AddConstraint.class, (add, tables) -> rebuild(add.table(), add, tables));
		register(DropConstraint.class, this::dropConstraint);
	}

	private List<String> createTable(CreateTable create) {
		Table table = create.table();
		this.syntax.require(Feature.COMMENT,
				table.comment() != null || table.columns().stream().anyMatch((column) -> column.comment() != null));
		this.syntax.require(Feature.PARTITIONS, table.options().partitionBy() != null);
		this.syntax.require(Feature.STORAGE, !table.options().storage().isEmpty());
		PrimaryKey key = table.constraints(PrimaryKey.class).stream().findFirst().orElse(null);
		boolean generated = false;
		List<String> lines = new ArrayList<>();
		for (Column column : table.columns()) {
			boolean single = key != null && key.columns().equals(List.of(column.name()));
			if (column.identity() == null) {
				boolean part = key != null && key.columns().contains(column.name());
				lines.add(this.elements.column(part ? keyColumn(column, single) : column));
			}
			else if (key != null && single) {
				if (!column.identity().options().equals(SequenceOptions.DEFAULTS)) {
					throw new UnsupportedFeatureException("its identities count 1, 2, 3");
				}
				lines.add(rowId(column, key));
				generated = true;
			}
			else {
				throw new UnsupportedFeatureException(
						"'%s' is no identity, as one is the only column of a primary key".formatted(column.name()));
			}
		}
		boolean inline = generated;
		table.constraints()
			.stream()
			.filter((constraint) -> !(inline && constraint instanceof PrimaryKey))
			.forEach((constraint) -> lines.add(this.elements.constraint(constraint)));
		List<String> statements = new ArrayList<>();
		statements.add("CREATE TABLE " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + name(table.name())
				+ " (\n    " + String.join(",\n    ", lines) + "\n)");
		for (Index index : table.indexes()) {
			render(new CreateIndex(table.name(), index, create.ifNotExists()))
				.forEach((statement) -> statements.add(statement.text()));
		}
		return statements;
	}

	/** Only what is called {@code integer} becomes another name of the row id. */
	private static Column keyColumn(Column column, boolean single) {
		boolean renamed = single && column.type() instanceof Standard type && type.kind() == Kind.INTEGER;
		return new Column(column.name(), renamed ? Types.raw("int") : column.type(), false, column.defaultExpression(),
				null, column.generated(), column.collation(), null);
	}

	private String rowId(Column column, PrimaryKey key) {
		String name = key.name();
		return this.identifiers.quote(column.name()) + " integer"
				+ ((name != null) ? " CONSTRAINT " + this.identifiers.quote(name) : "") + " PRIMARY KEY"
				+ ((column.identity() != null && column.identity().always()) ? " AUTOINCREMENT" : "");
	}

	private List<String> dropTable(DropTable drop) {
		if (drop.cascade()) {
			throw new UnsupportedFeatureException("it has no CASCADE");
		}
		return List.of("DROP TABLE " + (drop.ifExists() ? "IF EXISTS " : "") + name(drop.table()));
	}

	private List<String> addColumn(AddColumn add, TableSource tables) {
		Column column = add.column();
		this.syntax.require(Feature.COMMENT, column.comment() != null);
		if (column.identity() != null) {
			throw new UnsupportedFeatureException("an identity is the primary key of a new table");
		}
		if (add.ifNotExists() && definition(add.table(), tables).column(column.name()).isPresent()) {
			return List.of();
		}
		String value = column.defaultExpression();
		boolean stored = column.generated() != null && column.generated().stored();
		boolean inPlace = !stored && ((value == null) ? column.nullable()
				: this.elements.isConstant(value) && (column.nullable() || !value.equalsIgnoreCase("NULL")));
		return inPlace ? List.of("ALTER TABLE " + name(add.table()) + " ADD COLUMN " + this.elements.column(column))
				: rebuild(add.table(), add, tables);
	}

	private List<String> alterColumn(AlterColumn alter, TableSource tables) {
		requireChange(alter);
		this.syntax.require(Feature.COMMENT, alter.commentChange() != null);
		List<String> statements = new ArrayList<>();
		if (alter.type() != null || alter.nullable() != null || alter.defaultChange() != null) {
			statements.addAll(rebuild(alter.table(), alter, tables));
		}
		if (alter.newName() != null) {
			statements.add(renameColumn("ALTER TABLE " + name(alter.table()) + " ",
					this.identifiers.quote(alter.column()), this.identifiers.quote(alter.newName())));
		}
		return statements;
	}

	private List<String> dropColumn(DropColumn drop, TableSource tables) {
		TableDefinition table = definition(drop.table(), tables);
		if (drop.ifExists() && table.column(drop.column()).isEmpty()) {
			return List.of();
		}
		ColumnDefinition column = TableChanges.required(table, drop.column());
		List<String> dependents = dependents(tables.definitions(drop.table()));
		for (String dependent : dependents) {
			if (isTrigger(dependent) && this.parser.mentions(dependent, drop.column())) {
				throw new IllegalArgumentException(
						"A trigger of '%s' uses the column, drop it first: %s".formatted(drop.table(), dependent));
			}
		}
		boolean involved = table.clauses().anyMatch((clause) -> this.changes.involves(clause, drop.column()))
				|| column.has(Clause.Kind.GENERATED)
				|| dependents.stream().anyMatch((dependent) -> isIndexOf(dependent, table, drop.column()));
		return involved ? rebuild(drop.table(), drop, tables) : List
			.of("ALTER TABLE " + name(drop.table()) + " DROP COLUMN " + this.identifiers.quote(drop.column()));
	}

	private List<String> dropConstraint(DropConstraint drop, TableSource tables) {
		boolean absent = drop.ifExists()
				&& definition(drop.table(), tables).clauses().noneMatch((clause) -> clause.isNamed(drop.name()));
		return absent ? List.of() : rebuild(drop.table(), drop, tables);
	}

	private List<String> rebuild(QualifiedName table, Operation operation, TableSource tables) {
		if (table.schema() != null && !table.schema().equals(SqliteDialect.MAIN)) {
			throw new UnsupportedFeatureException("the table is in an attached database");
		}
		TableDefinition definition = definition(table, tables);
		TableRebuild rebuild = this.changes.apply(TableRebuild.of(definition), operation);
		String dropped = (operation instanceof DropColumn drop) ? drop.column() : null;
		List<String> dependents = dependents(tables.definitions(table)).stream()
			.filter((dependent) -> dropped == null || !isIndexOf(dependent, definition, dropped))
			.toList();
		return rebuild.statements(table, this.identifiers, dependents);
	}

	private TableDefinition definition(QualifiedName table, TableSource tables) {
		return this.parser.table(tables.definitions(table).get(0));
	}

	private static List<String> dependents(List<String> definitions) {
		return definitions.subList(1, definitions.size());
	}

	private static boolean isTrigger(String definition) {
		return definition.toUpperCase(Locale.ROOT).startsWith("CREATE TRIGGER");
	}

	private boolean isIndexOf(String definition, TableDefinition table, String column) {
		if (isTrigger(definition)) {
			return false;
		}
		Index index = this.parser.index(definition);
		String where = Objects.requireNonNullElse(index.where(), "");
		return this.parser.mentions(where, column) || index.columns()
			.stream()
			.anyMatch((item) -> table.column(item).isPresent() ? item.equalsIgnoreCase(column)
					: this.parser.mentions(item, column));
	}

	private String name(QualifiedName name) {
		return this.identifiers.quote(name);
	}

}
