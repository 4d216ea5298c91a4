package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetComment;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;

/**
 * Renders operations on tables, columns and schemas.
 */
final class TableRendering {

	private final ProductSyntax syntax;

	private final ElementWriter elements;

	private final IndexRendering indexes;

	private final TypeChange typeChange;

	private final ColumnRename columnRename;

	TableRendering(ProductSyntax syntax, ElementWriter elements, TypeChange typeChange, ColumnRename columnRename) {
		this.syntax = syntax;
		this.elements = elements;
		this.indexes = new IndexRendering(syntax, elements);
		this.typeChange = typeChange;
		this.columnRename = columnRename;
	}

	void register(OperationRenderings renderings) {
		renderings.register(CreateTable.class, this::createTable);
		renderings.register(DropTable.class, (drop) -> List.of("DROP TABLE " + (drop.ifExists() ? "IF EXISTS " : "")
				+ name(drop.table()) + (drop.cascade() ? " CASCADE" : "")));
		renderings.register(RenameTable.class, (rename) -> List
			.of(alterTable(rename.table()) + "RENAME TO " + this.syntax.identifiers().quote(rename.newName())));
		renderings.register(AddColumn.class, this::addColumn);
		renderings.register(DropColumn.class, (drop) -> List.of(alterTable(drop.table()) + "DROP COLUMN "
				+ (drop.ifExists() ? "IF EXISTS " : "") + name(drop.column())));
		renderings.register(AlterColumn.class, this::alterColumn);
		renderings.register(SetComment.class, (set) -> List.of(comment(set.table(), set.column(), set.comment())));
		renderings.register(CreateSchema.class, (create) -> List
			.of(schema("CREATE SCHEMA " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + name(create.name()))));
		renderings.register(DropSchema.class, (drop) -> List.of(schema("DROP SCHEMA "
				+ (drop.ifExists() ? "IF EXISTS " : "") + name(drop.name()) + (drop.cascade() ? " CASCADE" : ""))));
	}

	private String schema(String statement) {
		this.syntax.require(Feature.SCHEMA, true);
		return statement;
	}

	private List<String> createTable(CreateTable create) {
		Table table = create.table();
		List<String> lines = new ArrayList<>();
		table.columns().forEach((column) -> lines.add(this.elements.column(column)));
		table.constraints()
			.stream()
			// What a foreign key references must stand before it, where that is in the
			// same
			// table
			.sorted(Comparator.comparing((constraint) -> references(constraint, table)))
			.forEach((constraint) -> lines.add(this.elements.constraint(constraint)));
		List<String> statements = new ArrayList<>();
		statements.add("CREATE TABLE " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + name(table.name())
				+ " (\n    " + String.join(",\n    ", lines) + "\n)" + options(table.options()));
		for (Index index : table.indexes()) {
			statements.addAll(this.indexes.createIndex(new CreateIndex(table.name(), index, create.ifNotExists())));
		}
		if (table.comment() != null) {
			statements.add(comment(table.name(), null, table.comment()));
		}
		table.columns().forEach((column) -> statements.addAll(comment(table.name(), column)));
		return statements;
	}

	private static boolean references(Constraint constraint, Table table) {
		return constraint instanceof ForeignKey key && key.referencedTable().name().equals(table.name().name());
	}

	private String options(TableOptions options) {
		this.syntax.require(Feature.PARTITIONS, options.partitionBy() != null);
		return ((options.partitionBy() != null) ? " PARTITION BY " + options.partitionBy() : "")
				+ this.elements.storage(options.storage());
	}

	private List<String> addColumn(AddColumn add) {
		List<String> statements = new ArrayList<>();
		statements.add(alterTable(add.table()) + "ADD COLUMN " + (add.ifNotExists() ? "IF NOT EXISTS " : "")
				+ this.elements.column(add.column()));
		statements.addAll(comment(add.table(), add.column()));
		return statements;
	}

	private List<String> comment(QualifiedName table, Column column) {
		return (column.comment() != null || this.elements.takesOtherComment(column))
				? List.of(comment(table, column.name(), column.comment())) : List.of();
	}

	private String comment(QualifiedName table, @Nullable String column, @Nullable String comment) {
		this.syntax.require(Feature.COMMENT, true);
		String object = (column != null) ? "COLUMN " + name(table) + "." + name(column) : "TABLE " + name(table);
		return "COMMENT ON " + object + " IS " + this.syntax.literals().write(comment);
	}

	static void requireChange(AlterColumn alter) {
		if (alter.isEmpty()) {
			throw new IllegalArgumentException("Nothing is to change in %s.%s: call type(…), nullable(…), "
				.formatted(alter.table(), alter.column()) + "defaultSql(…), dropDefault(), comment(…) or rename(…)");
		}
		if (alter.using() != null && alter.type() == null) {
			throw new IllegalArgumentException(
					"using(…) says how values change their type, and needs type(…) beside it");
		}
	}

	private List<String> alterColumn(AlterColumn alter) {
		requireChange(alter);
		List<String> statements = new ArrayList<>();
		String column = alterTable(alter.table()) + "ALTER COLUMN " + name(alter.column()) + " ";
		if (alter.type() != null) {
			statements.add(column + this.typeChange.write(this.syntax.types().write(alter.type()), alter.using()));
		}
		if (alter.defaultChange() != null) {
			String expression = alter.defaultChange().expression();
			statements.add(column + ((expression != null) ? "SET DEFAULT " + expression : "DROP DEFAULT"));
		}
		if (alter.nullable() != null) {
			statements.add(column + (alter.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
		}
		if (alter.commentChange() != null) {
			statements.add(comment(alter.table(), alter.column(), alter.commentChange().comment()));
		}
		if (alter.newName() != null) {
			statements
				.add(this.columnRename.write(alterTable(alter.table()), name(alter.column()), name(alter.newName())));
		}
		return statements;
	}

	private String alterTable(QualifiedName table) {
		return "ALTER TABLE " + name(table) + " ";
	}

	private String name(String name) {
		return this.syntax.identifiers().quote(name);
	}

	private String name(QualifiedName name) {
		return this.syntax.identifiers().quote(name);
	}

	/**
	 * Writes a change of a column's type.
	 */
	@FunctionalInterface
	interface TypeChange {

		String write(String type, @Nullable String using);

	}

	/**
	 * Writes a change of a column's name.
	 */
	@FunctionalInterface
	interface ColumnRename {

		String write(String alterTable, String column, String newName);

	}

}
