package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.BulkInsert;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Renders operations as the SQL standard has them. A product's renderer extends it and
 * registers what is written differently there.
 */
public abstract class StandardRenderer implements OperationRenderer {

	private static final int ROWS_PER_INSERT = 500;

	private final Map<Class<? extends Operation>, BiFunction<Operation, TableSource, List<SqlStatement>>> renderers = new HashMap<>();

	private final String product;

	private final Identifiers identifiers;

	private final Literals literals;

	private final TypeNames types;

	private final ScriptLexer lexer;

	/**
	 * Create a renderer.
	 * @param product the product, for messages
	 * @param identifiers how it writes identifiers
	 * @param literals how it writes constants
	 * @param types how it writes types
	 * @param lexer how its scripts are split
	 */
	protected StandardRenderer(String product, Identifiers identifiers, Literals literals, TypeNames types,
			ScriptLexer lexer) {
		this.product = product;
		this.identifiers = identifiers;
		this.literals = literals;
		this.types = types;
		this.lexer = lexer;
		register(CreateTable.class, this::createTable);
		register(DropTable.class, (drop) -> List.of("DROP TABLE " + (drop.ifExists() ? "IF EXISTS " : "")
				+ name(drop.table()) + (drop.cascade() ? " CASCADE" : "")));
		register(RenameTable.class,
				(rename) -> List.of("ALTER TABLE " + name(rename.table()) + " RENAME TO " + name(rename.newName())));
		register(AddColumn.class, this::addColumn);
		register(DropColumn.class, (drop) -> List.of(alterTable(drop.table()) + "DROP COLUMN "
				+ (drop.ifExists() ? "IF EXISTS " : "") + name(drop.column())));
		register(AlterColumn.class, this::alterColumn);
		register(CreateIndex.class,
				(create) -> List.of(createIndex(create.table(), create.index(), create.ifNotExists())));
		register(DropIndex.class,
				(drop) -> List.of("DROP INDEX " + (drop.ifExists() ? "IF EXISTS " : "") + name(drop.index())));
		register(AddConstraint.class,
				(add) -> List.of(alterTable(add.table()) + "ADD " + constraint(add.constraint())));
		register(DropConstraint.class, (drop) -> List.of(alterTable(drop.table()) + "DROP CONSTRAINT "
				+ (drop.ifExists() ? "IF EXISTS " : "") + name(drop.name())));
		register(BulkInsert.class, this::bulkInsert);
		this.renderers.put(Execute.class, (operation, tables) -> execute((Execute) operation));
	}

	/**
	 * Register how a type of operation is rendered, in place of what was registered
	 * before.
	 * @param <O> the type of operation
	 * @param type the type of operation
	 * @param renderer makes the statements
	 */
	protected final <O extends Operation> void register(Class<O> type, Function<O, List<String>> renderer) {
		register(type, (operation, tables) -> renderer.apply(operation));
	}

	/**
	 * Register how a type of operation is rendered that may have to know the table.
	 * @param <O> the type of operation
	 * @param type the type of operation
	 * @param renderer makes the statements
	 */
	protected final <O extends Operation> void register(Class<O> type,
			BiFunction<O, TableSource, List<String>> renderer) {
		this.renderers.put(type, (operation,
				tables) -> renderer.apply(type.cast(operation), tables).stream().map(SqlStatement::new).toList());
	}

	@Override
	public final List<SqlStatement> render(Operation operation, TableSource tables) {
		BiFunction<Operation, TableSource, List<SqlStatement>> renderer = this.renderers.get(operation.getClass());
		if (renderer == null) {
			throw unsupported(operation);
		}
		return renderer.apply(operation, tables);
	}

	/**
	 * The error for what the product cannot do.
	 * @param operation the operation
	 * @return the exception
	 */
	protected final UnsupportedOperationException unsupported(Operation operation) {
		return new UnsupportedOperationException("%s cannot %s".formatted(this.product, operation.describe()));
	}

	private List<String> createTable(CreateTable create) {
		Table table = create.table();
		List<String> lines = new ArrayList<>();
		table.columns().forEach((column) -> lines.add(column(column)));
		table.constraints().forEach((constraint) -> lines.add(constraint(constraint)));
		List<String> statements = new ArrayList<>();
		statements.add("CREATE TABLE " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + name(table.name())
				+ " (\n    " + String.join(",\n    ", lines) + "\n)");
		for (Index index : table.indexes()) {
			statements.add(createIndex(table.name(), index, create.ifNotExists()));
		}
		if (table.comment() != null) {
			statements.add("COMMENT ON TABLE " + name(table.name()) + " IS " + this.literals.write(table.comment()));
		}
		for (Column column : table.columns()) {
			statements.addAll(comment(table.name(), column));
		}
		return statements;
	}

	private List<String> addColumn(AddColumn add) {
		List<String> statements = new ArrayList<>();
		statements.add(alterTable(add.table()) + "ADD COLUMN " + (add.ifNotExists() ? "IF NOT EXISTS " : "")
				+ column(add.column()));
		statements.addAll(comment(add.table(), add.column()));
		return statements;
	}

	private List<String> comment(QualifiedName table, Column column) {
		return (column.comment() != null) ? List.of("COMMENT ON COLUMN " + name(table) + "." + name(column.name())
				+ " IS " + this.literals.write(column.comment())) : List.of();
	}

	private List<String> alterColumn(AlterColumn alter) {
		requireChange(alter);
		List<String> statements = new ArrayList<>();
		String column = alterTable(alter.table()) + "ALTER COLUMN " + name(alter.column()) + " ";
		if (alter.type() != null) {
			statements.add(column + alterType(this.types.write(alter.type()), alter.using()));
		}
		if (alter.defaultChange() != null) {
			String expression = alter.defaultChange().expression();
			statements.add(column + ((expression != null) ? "SET DEFAULT " + expression : "DROP DEFAULT"));
		}
		if (alter.nullable() != null) {
			statements.add(column + (alter.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
		}
		if (alter.newName() != null) {
			statements.add(renameColumn(alterTable(alter.table()), name(alter.column()), name(alter.newName())));
		}
		return statements;
	}

	/**
	 * Check that there is something to change in a column.
	 * @param alter the operation
	 * @throws IllegalArgumentException if there is not
	 */
	protected static void requireChange(AlterColumn alter) {
		if (alter.isEmpty()) {
			throw new IllegalArgumentException("Nothing is to change in %s.%s: call type(…), nullable(…), "
				.formatted(alter.table(), alter.column()) + "defaultSql(…), dropDefault() or rename(…)");
		}
		if (alter.using() != null && alter.type() == null) {
			throw new IllegalArgumentException(
					"using(…) says how values change their type, and needs type(…) beside it");
		}
	}

	/**
	 * Write a change of a column's type, behind {@code ALTER COLUMN name}.
	 * @param type the type in SQL
	 * @param using how values are converted, or {@code null}
	 * @return the clause
	 */
	protected String alterType(String type, @Nullable String using) {
		return "SET DATA TYPE " + type + ((using != null) ? " USING " + using : "");
	}

	/**
	 * Write a change of a column's name.
	 * @param alterTable {@code ALTER TABLE name} and a blank
	 * @param column the column in SQL
	 * @param newName its new name in SQL
	 * @return the statement
	 */
	protected String renameColumn(String alterTable, String column, String newName) {
		return alterTable + "RENAME COLUMN " + column + " TO " + newName;
	}

	/**
	 * Write an index.
	 * @param table the table
	 * @param index the index
	 * @param ifNotExists whether it may exist
	 * @return the statement
	 */
	protected String createIndex(QualifiedName table, Index index, boolean ifNotExists) {
		return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + (ifNotExists ? "IF NOT EXISTS " : "")
				+ name(index.name()) + " ON " + name(table) + " (" + this.identifiers.quoteAll(index.columns()) + ")"
				+ ((index.where() != null) ? " WHERE " + index.where() : "");
	}

	private List<String> bulkInsert(BulkInsert insert) {
		List<String> statements = new ArrayList<>();
		for (int from = 0; from < insert.rows().size(); from += ROWS_PER_INSERT) {
			List<List<@Nullable Object>> rows = insert.rows()
				.subList(from, Math.min(insert.rows().size(), from + ROWS_PER_INSERT));
			List<String> lines = rows.stream()
				.map((row) -> "(" + String.join(", ", row.stream().map(this.literals::write).toList()) + ")")
				.toList();
			statements.add("INSERT INTO " + name(insert.table()) + " (" + this.identifiers.quoteAll(insert.columns())
					+ ") VALUES\n    " + String.join(",\n    ", lines));
		}
		return statements;
	}

	private List<SqlStatement> execute(Execute execute) {
		if (!execute.parameters().isEmpty()) {
			return List.of(new SqlStatement(execute.sql(), 0, null, execute.parameters()));
		}
		return this.lexer.split(execute.sql(), 1)
			.stream()
			.map((statement) -> new SqlStatement(statement.text(), 0, statement.copyData()))
			.toList();
	}

	/**
	 * Write a column as it stands in a table.
	 * @param column the column
	 * @return its definition, without comment
	 */
	protected final String column(Column column) {
		StringBuilder sql = new StringBuilder(name(column.name())).append(' ').append(this.types.write(column.type()));
		if (column.identity() != null) {
			sql.append(" GENERATED ")
				.append((column.identity() == Identity.ALWAYS) ? "ALWAYS" : "BY DEFAULT")
				.append(" AS IDENTITY");
		}
		if (column.defaultExpression() != null) {
			sql.append(" DEFAULT ").append(defaultExpression(column.defaultExpression()));
		}
		if (!column.nullable()) {
			sql.append(" NOT NULL");
		}
		return sql.toString();
	}

	/**
	 * Write the expression of a default.
	 * @param expression the expression
	 * @return the expression as it stands behind {@code DEFAULT}
	 */
	protected String defaultExpression(String expression) {
		return expression;
	}

	/**
	 * Write the table that a foreign key references.
	 * @param table the table
	 * @return the table as it stands behind {@code REFERENCES}
	 */
	protected String referencedTable(QualifiedName table) {
		return name(table);
	}

	/**
	 * Write a constraint as it stands in a table.
	 * @param constraint the constraint
	 * @return its definition
	 */
	protected final String constraint(Constraint constraint) {
		String name = constraint.name();
		return ((name != null) ? "CONSTRAINT " + name(name) + " " : "") + definition(constraint);
	}

	private String definition(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return "PRIMARY KEY (" + this.identifiers.quoteAll(key.columns()) + ")";
		}
		if (constraint instanceof UniqueConstraint unique) {
			return "UNIQUE (" + this.identifiers.quoteAll(unique.columns()) + ")";
		}
		if (constraint instanceof CheckConstraint check) {
			return "CHECK (" + check.condition() + ")";
		}
		ForeignKey key = (ForeignKey) constraint;
		return "FOREIGN KEY (" + this.identifiers.quoteAll(key.columns()) + ") REFERENCES "
				+ referencedTable(key.referencedTable())
				+ (key.referencedColumns().isEmpty() ? ""
						: " (" + this.identifiers.quoteAll(key.referencedColumns()) + ")")
				+ rule(" ON DELETE ", key.onDelete()) + rule(" ON UPDATE ", key.onUpdate());
	}

	private String rule(String event, ReferentialAction action) {
		return (action != ReferentialAction.NO_ACTION) ? event + action.sql() : "";
	}

	private String alterTable(QualifiedName table) {
		return "ALTER TABLE " + name(table) + " ";
	}

	private String name(String name) {
		return this.identifiers.quote(name);
	}

	private String name(QualifiedName name) {
		return this.identifiers.quote(name);
	}

}
