package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterStructType;
import dev.migrate.operation.CreateCast;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.DropCast;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameType;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StructType;
import dev.migrate.schema.TableElement;

/**
 * Writes operations on types with a name of their own, and on casts.
 */
final class JavaTypeCalls {

	private final JavaCalls calls;

	private final JavaCode code;

	private final JavaElementWriter elements;

	JavaTypeCalls(JavaCalls calls) {
		this.calls = calls;
		this.code = calls.code();
		this.elements = calls.elements();
	}

	void register() {
		this.calls.register(CreateEnumType.class,
				(create) -> this.calls.call("createEnum", enumType(create.enumType())));
		this.calls.register(DropEnumType.class, (drop) -> this.calls.call("dropEnum", JavaCalls.name(drop.name())));
		this.calls.register(AddEnumValue.class, this::addEnumValue);
		this.calls.register(RenameEnumValue.class, (rename) -> this.calls.call("renameEnumValue",
				JavaCalls.name(rename.type()), JavaCode.string(rename.value()), JavaCode.string(rename.newValue())));
		this.calls.register(RebuildEnumType.class, this::rebuild);
		this.calls.register(CreateStructType.class,
				(create) -> this.calls.call("createStruct", structType(create.structType())));
		this.calls.register(AlterStructType.class,
				(alter) -> this.calls.call("alterStruct", structType(alter.type()), structType(alter.was())));
		this.calls.register(DropStructType.class, (drop) -> this.calls.call("dropStruct", JavaCalls.name(drop.name())));
		this.calls.register(RenameType.class, (rename) -> this.calls.call("renameType", JavaCalls.name(rename.name()),
				JavaCode.string(rename.newName())));
		this.calls.register(CreateCast.class, (create) -> this.calls.call("createCast", cast(create.cast())));
		this.calls.register(DropCast.class, (drop) -> this.calls.call("dropCast", this.elements.type(drop.source()),
				this.elements.type(drop.target())));
	}

	private String enumType(EnumType type) {
		return this.code.factory("EnumType", "enumType",
				JavaCode.join(JavaCalls.name(type.name()), JavaCode.strings(type.values())))
				+ JavaCalls.option(type.comment(), "comment");
	}

	private String structType(StructType type) {
		List<String> attributes = type.attributes()
			.stream()
			.map((attribute) -> this.code.factory("StructType", "attribute",
					List.of(JavaCode.string(attribute.name()), this.elements.type(attribute.type()))))
			.toList();
		return this.code.factory("StructType", "structType", JavaCode.join(JavaCalls.name(type.name()), attributes))
				+ JavaCalls.option(type.comment(), "comment");
	}

	private String addEnumValue(AddEnumValue add) {
		String place = JavaCalls.option(add.neighbour(), add.before() ? "before" : "after");
		return JavaCalls.autocommit(true,
				this.calls.call("addEnumValue", JavaCalls.name(add.type()), JavaCode.string(add.value())) + place
						+ JavaCalls.option(add.ifNotExists(), "ifNotExists"));
	}

	private String rebuild(RebuildEnumType rebuild) {
		List<String> arguments = new ArrayList<>(List.of(JavaCalls.name(rebuild.type().name()),
				"java.util.List" + JavaCode.call(".of", JavaCode.strings(rebuild.type().values()))));
		if (!rebuild.casts().isEmpty()) {
			arguments.add("java.util.List" + JavaCode.call(".of", rebuild.casts().stream().map(this::cast).toList()));
		}
		rebuild.uses().forEach((use) -> arguments.add(use(use)));
		this.code.type(QualifiedName.class);
		return this.calls.call("rebuildEnum", arguments);
	}

	private String use(RebuildEnumType.Use use) {
		String java = "new " + this.code.type(RebuildEnumType.Use.class)
				+ JavaCode.call("", "QualifiedName.parse(" + JavaCalls.name(use.table()) + ")",
						JavaCode.string(use.column()), JavaCode.string(use.defaultExpression()))
				+ JavaCalls.option(use.array(), "ofArrays");
		return use.dependents().isEmpty() ? java
				: java + "." + JavaCode.call("with", use.dependents().stream().map(this::element).toList());
	}

	private String element(TableElement element) {
		if (element instanceof Column column) {
			return this.elements.column(column);
		}
		return (element instanceof Index index) ? this.elements.index(index)
				: this.elements.constraint((Constraint) element);
	}

	private String cast(Cast cast) {
		String java = this.code.factory("Cast", "cast",
				List.of(this.elements.type(cast.source()), this.elements.type(cast.target())));
		return switch (cast.context()) {
			case EXPLICIT -> java;
			case ASSIGNMENT -> java + ".inAssignments()";
			case IMPLICIT -> java + ".everywhere()";
		};
	}

}
