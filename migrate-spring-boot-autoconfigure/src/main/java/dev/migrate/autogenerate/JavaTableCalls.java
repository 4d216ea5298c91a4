package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetComment;
import dev.migrate.schema.Table;

/**
 * Writes operations on tables, columns and schemas.
 */
final class JavaTableCalls {

	private static final String NEXT_LINE = "\n\t\t";

	private final JavaCalls calls;

	private final JavaElementWriter elements;

	JavaTableCalls(JavaCalls calls) {
		this.calls = calls;
		this.elements = calls.elements();
	}

	void register() {
		this.calls.register(CreateTable.class, this::createTable);
		this.calls.register(DropTable.class,
				(drop) -> this.calls.call("dropTable", JavaCalls.name(drop.table()))
						+ JavaCalls.option(drop.ifExists(), "ifExists")
						+ JavaCalls.option(drop.cascade(), "cascade"));
		this.calls.register(RenameTable.class, (rename) -> this.calls.call("renameTable",
				JavaCalls.name(rename.table()), JavaCode.string(rename.newName())));
		this.calls.register(AddColumn.class, (add) -> this.calls.call("addColumn", JavaCalls.name(add.table()),
				this.elements.column(add.column())) + JavaCalls.option(add.ifNotExists(), "ifNotExists"));
		this.calls.register(DropColumn.class, (drop) -> this.calls.call("dropColumn", JavaCalls.name(drop.table()),
				JavaCode.string(drop.column())) + JavaCalls.option(drop.ifExists(), "ifExists"));
		this.calls.register(AlterColumn.class, this::alterColumn);
		this.calls.register(SetComment.class,
				(set) -> (set.column() != null)
						? this.calls.call("commentOnColumn", JavaCalls.name(set.table()),
								JavaCode.string(set.column()), JavaCode.string(set.comment()))
						: this.calls.call("commentOnTable", JavaCalls.name(set.table()),
								JavaCode.string(set.comment())));
		this.calls.register(CreateSchema.class,
				(create) -> this.calls.call("createSchema", JavaCode.string(create.name())));
		this.calls.register(DropSchema.class,
				(drop) -> this.calls.call("dropSchema", JavaCode.string(drop.name())));
	}

	private String createTable(CreateTable create) {
		Table table = create.table();
		List<String> arguments = new ArrayList<>(List.of(JavaCalls.name(table.name())));
		table.columns().forEach((column) -> arguments.add(NEXT_LINE + this.elements.column(column)));
		table.constraints().forEach((constraint) -> arguments.add(NEXT_LINE + this.elements.constraint(constraint)));
		table.indexes().forEach((index) -> arguments.add(NEXT_LINE + this.elements.index(index)));
		StringBuilder java = new StringBuilder("op.createTable(").append(String.join(",", arguments)).append(')');
		java.append(JavaCalls.option(table.comment(), "comment"));
		java.append(JavaCalls.option(table.options().partitionBy(), "partitionBy"));
		JavaElementWriter.storage(java, table.options().storage());
		return java.append(JavaCalls.option(create.ifNotExists(), "ifNotExists")).toString();
	}

	private String alterColumn(AlterColumn alter) {
		StringBuilder java = new StringBuilder(
				this.calls.call("alterColumn", JavaCalls.name(alter.table()), JavaCode.string(alter.column())));
		if (alter.type() != null) {
			java.append('.').append(JavaCode.call("type", this.elements.type(alter.type())));
		}
		java.append(JavaCalls.option(alter.using(), "using"));
		if (alter.nullable() != null) {
			java.append('.').append(JavaCode.call("nullable", alter.nullable().toString()));
		}
		if (alter.defaultChange() != null) {
			String expression = alter.defaultChange().expression();
			java.append(JavaCalls.option(expression, "defaultSql"))
				.append(JavaCalls.option(expression == null, "dropDefault"));
		}
		if (alter.commentChange() != null) {
			String comment = alter.commentChange().comment();
			java.append(JavaCalls.option(comment, "comment")).append(JavaCalls.option(comment == null, "dropComment"));
		}
		return java.append(JavaCalls.option(alter.newName(), "rename")).toString();
	}

}
