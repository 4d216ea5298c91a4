package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterIdentity;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameType;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;

/**
 * Writes operations as the calls of {@code op} that make them.
 */
public final class JavaOperationWriter {

	private static final String NEXT_LINE = "\n\t\t";

	private final Map<Class<? extends Operation>, Function<Operation, String>> writers = new HashMap<>();

	private final JavaCode code = new JavaCode();

	private final JavaElementWriter elements = new JavaElementWriter(this.code);

	/**
	 * Create a writer.
	 */
	public JavaOperationWriter() {
		tables();
		constraintsAndIndexes();
		sequencesAndTypes();
		register(CreateSchema.class, (create) -> call("createSchema", JavaCode.string(create.name())));
		register(DropSchema.class, (drop) -> call("dropSchema", JavaCode.string(drop.name())));
		register(DataStep.class, (step) -> "// " + step.lines().get(0) + "\n// "
				+ call("execute", JavaCode.string(step.lines().get(1))) + ";");
		register(Execute.class, (execute) -> call("execute", JavaCode.string(execute.sql())));
	}

	private <O extends Operation> void register(Class<O> type, Function<O, String> writer) {
		this.writers.put(type, (operation) -> writer.apply(type.cast(operation)));
	}

	/**
	 * What the calls that were written need to import.
	 * @return classes, and methods behind {@code static}
	 */
	public List<String> imports() {
		return this.code.imports();
	}

	/**
	 * Write an operation.
	 * @param operation the operation
	 * @return a statement, with its semicolon
	 * @throws IllegalArgumentException if operations of that type are not generated
	 */
	public String write(Operation operation) {
		Function<Operation, String> writer = this.writers.get(operation.getClass());
		if (writer == null) {
			throw new IllegalArgumentException("There is no call of op that says: " + operation.describe());
		}
		return writer.apply(operation) + ((operation instanceof DataStep) ? "" : ";");
	}

	private void tables() {
		register(CreateTable.class, this::createTable);
		register(DropTable.class, (drop) -> call("dropTable", name(drop.table())) + option(drop.ifExists(), "ifExists")
				+ option(drop.cascade(), "cascade"));
		register(RenameTable.class,
				(rename) -> call("renameTable", name(rename.table()), JavaCode.string(rename.newName())));
		register(AddColumn.class, (add) -> call("addColumn", name(add.table()), this.elements.column(add.column()))
				+ option(add.ifNotExists(), "ifNotExists"));
		register(DropColumn.class, (drop) -> call("dropColumn", name(drop.table()), JavaCode.string(drop.column()))
				+ option(drop.ifExists(), "ifExists"));
		register(AlterColumn.class, this::alterColumn);
		register(SetComment.class,
				(set) -> (set.column() != null)
						? call("commentOnColumn", name(set.table()), JavaCode.string(set.column()),
								JavaCode.string(set.comment()))
						: call("commentOnTable", name(set.table()), JavaCode.string(set.comment())));
	}

	private String createTable(CreateTable create) {
		Table table = create.table();
		List<String> arguments = new ArrayList<>(List.of(name(table.name())));
		table.columns().forEach((column) -> arguments.add(NEXT_LINE + this.elements.column(column)));
		table.constraints().forEach((constraint) -> arguments.add(NEXT_LINE + this.elements.constraint(constraint)));
		table.indexes().forEach((index) -> arguments.add(NEXT_LINE + this.elements.index(index)));
		StringBuilder java = new StringBuilder("op.createTable(").append(String.join(",", arguments)).append(')');
		if (table.comment() != null) {
			java.append('.').append(JavaCode.call("comment", JavaCode.string(table.comment())));
		}
		if (table.options().partitionBy() != null) {
			java.append('.').append(JavaCode.call("partitionBy", JavaCode.string(table.options().partitionBy())));
		}
		JavaElementWriter.storage(java, table.options().storage());
		return java.append(option(create.ifNotExists(), "ifNotExists")).toString();
	}

	private String alterColumn(AlterColumn alter) {
		StringBuilder java = new StringBuilder(
				call("alterColumn", name(alter.table()), JavaCode.string(alter.column())));
		if (alter.type() != null) {
			java.append('.').append(JavaCode.call("type", this.elements.type(alter.type())));
		}
		if (alter.using() != null) {
			java.append('.').append(JavaCode.call("using", JavaCode.string(alter.using())));
		}
		if (alter.nullable() != null) {
			java.append('.').append(JavaCode.call("nullable", alter.nullable().toString()));
		}
		if (alter.defaultChange() != null) {
			String expression = alter.defaultChange().expression();
			java.append('.')
				.append((expression != null) ? JavaCode.call("defaultSql", JavaCode.string(expression))
						: JavaCode.call("dropDefault"));
		}
		if (alter.newName() != null) {
			java.append('.').append(JavaCode.call("rename", JavaCode.string(alter.newName())));
		}
		return java.toString();
	}

	private void constraintsAndIndexes() {
		register(AddConstraint.class,
				(add) -> call("createConstraint", name(add.table()), this.elements.constraint(add.constraint())));
		register(DropConstraint.class,
				(drop) -> call("dropConstraint", JavaCode.string(drop.name()), name(drop.table()))
						+ option(drop.ifExists(), "ifExists"));
		register(RenameConstraint.class, (rename) -> call("renameConstraint", JavaCode.string(rename.name()),
				name(rename.table()), JavaCode.string(rename.newName())));
		register(ValidateConstraint.class,
				(validate) -> call("validateConstraint", JavaCode.string(validate.name()), name(validate.table())));
		register(CreateIndex.class,
				(create) -> inside(create.concurrently(),
						call("createIndex", name(create.table()), this.elements.index(create.index()))
								+ option(create.ifNotExists(), "ifNotExists")
								+ option(create.concurrently(), "concurrently")));
		register(DropIndex.class, (drop) -> inside(drop.concurrently(), call("dropIndex", name(drop.index()))
				+ option(drop.ifExists(), "ifExists") + option(drop.concurrently(), "concurrently")));
		register(RenameIndex.class,
				(rename) -> call("renameIndex", name(rename.name()), JavaCode.string(rename.newName())));
	}

	private static String inside(boolean autocommit, String call) {
		return autocommit ? "op.autocommit(() -> " + call + ")" : call;
	}

	private void sequencesAndTypes() {
		register(CreateSequence.class, (create) -> call("createSequence", sequence(create.sequence())));
		register(AlterSequence.class,
				(alter) -> call("alterSequence", name(alter.name()), this.elements.options(alter.options())));
		register(DropSequence.class, (drop) -> call("dropSequence", name(drop.name())));
		register(AlterIdentity.class, this::alterIdentity);
		register(RenameSequence.class,
				(rename) -> call("renameSequence", name(rename.name()), JavaCode.string(rename.newName())));
		register(CreateEnumType.class, (create) -> call("createEnum",
				this.code.factory("EnumType", "enumType",
						JavaCode.join(name(create.enumType().name()), JavaCode.strings(create.enumType().values())))
						+ comment(create.enumType().comment())));
		register(DropEnumType.class, (drop) -> call("dropEnum", name(drop.name())));
		register(AddEnumValue.class, this::addEnumValue);
		register(RenameEnumValue.class, (rename) -> call("renameEnumValue", name(rename.type()),
				JavaCode.string(rename.value()), JavaCode.string(rename.newValue())));
		register(RebuildEnumType.class, this::rebuild);
		register(CreateStructType.class,
				(create) -> call("createStruct", this.code.factory("StructType", "structType",
						JavaCode.join(name(create.structType().name()), create.structType()
							.attributes()
							.stream()
							.map((attribute) -> this.code.factory("StructType", "attribute",
									List.of(JavaCode.string(attribute.name()), this.elements.type(attribute.type()))))
							.toList()))
						+ comment(create.structType().comment())));
		register(DropStructType.class, (drop) -> call("dropStruct", name(drop.name())));
		register(RenameType.class,
				(rename) -> call("renameType", name(rename.name()), JavaCode.string(rename.newName())));
	}

	private String alterIdentity(AlterIdentity alter) {
		String table = name(alter.table());
		String column = JavaCode.string(alter.column());
		if (alter.identity() == null) {
			return call("dropIdentity", table, column);
		}
		String identity = this.elements.identityValue(alter.identity());
		return (alter.was() == null) ? call("addIdentity", table, column, identity)
				: call("alterIdentity", table, column, identity, this.elements.identityValue(alter.was()));
	}

	private static String comment(@Nullable String comment) {
		return (comment != null) ? "." + JavaCode.call("comment", JavaCode.string(comment)) : "";
	}

	private String sequence(Sequence sequence) {
		StringBuilder java = new StringBuilder(
				this.code.factory("Sequence", "sequence", List.of(name(sequence.name()))));
		if (sequence.type() != null) {
			java.append('.').append(JavaCode.call("as", this.elements.type(sequence.type())));
		}
		if (!sequence.options().equals(SequenceOptions.DEFAULTS)) {
			java.append('.').append(JavaCode.call("with", this.elements.options(sequence.options())));
		}
		if (sequence.ownedBy() != null) {
			java.append('.')
				.append(JavaCode.call("ownedBy", name(sequence.ownedBy().table()),
						JavaCode.string(sequence.ownedBy().column())));
		}
		return java.append(comment(sequence.comment())).toString();
	}

	private String addEnumValue(AddEnumValue add) {
		String place = (add.neighbour() != null)
				? "." + JavaCode.call(add.before() ? "before" : "after", JavaCode.string(add.neighbour())) : "";
		return "op.autocommit(() -> " + call("addEnumValue", name(add.type()), JavaCode.string(add.value())) + place
				+ option(add.ifNotExists(), "ifNotExists") + ")";
	}

	private String rebuild(RebuildEnumType rebuild) {
		List<String> arguments = new ArrayList<>(List.of(name(rebuild.type().name()),
				"java.util.List" + JavaCode.call(".of", JavaCode.strings(rebuild.type().values()))));
		rebuild.uses()
			.forEach((use) -> arguments.add("new " + this.code.type(RebuildEnumType.Use.class)
					+ JavaCode.call("", "QualifiedName.parse(" + name(use.table()) + ")", JavaCode.string(use.column()),
							JavaCode.string(use.defaultExpression()))));
		this.code.type(QualifiedName.class);
		return "op." + JavaCode.call("rebuildEnum", arguments);
	}

	private static String name(QualifiedName name) {
		return JavaElementWriter.name(name);
	}

	private static String call(String method, String... arguments) {
		return "op." + JavaCode.call(method, arguments);
	}

	private static String option(boolean wanted, String option) {
		return wanted ? "." + option + "()" : "";
	}

}
