package dev.migrate;

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
import dev.migrate.operation.RebuildEnumType.Use;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameType;
import dev.migrate.schema.Cast;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StructType;
import dev.migrate.schema.StructType.Attribute;

/**
 * The part of {@link Operations} that changes types with a name of their own, and casts.
 */
public interface TypeOperations extends OperationInvoker {

	/**
	 * Create an enumerated type.
	 * @param type the name
	 * @param values the values, in order
	 */
	default void createEnum(String type, String... values) {
		createEnum(EnumType.enumType(type, values));
	}

	/**
	 * Create an enumerated type.
	 * @param type the type
	 */
	default void createEnum(EnumType type) {
		invoke(new CreateEnumType(type));
	}

	/**
	 * Drop an enumerated type.
	 * @param type the name
	 */
	default void dropEnum(String type) {
		invoke(new DropEnumType(QualifiedName.parse(type), false, null));
	}

	/**
	 * Add a value to an enumerated type. The transaction that adds it cannot use it yet:
	 * {@link Operations#autocommit} makes one of its own.
	 * @param type the type
	 * @param value the value
	 * @return options
	 */
	default EnumValueOptions addEnumValue(String type, String value) {
		return new EnumValueOptions(invoke(new AddEnumValue(QualifiedName.parse(type), value, null, false, false)));
	}

	/**
	 * Give a value of an enumerated type another name.
	 * @param type the type
	 * @param value the value
	 * @param newValue the new name
	 */
	default void renameEnumValue(String type, String value, String newValue) {
		invoke(new RenameEnumValue(QualifiedName.parse(type), value, newValue));
	}

	/**
	 * Make an enumerated type anew with other values, so that one is gone or the order is
	 * another. It fails if a row holds a value that the new type lacks.
	 * @param type the type
	 * @param values the values, in order
	 * @param uses the columns of that type: all of them
	 */
	default void rebuildEnum(String type, List<String> values, Use... uses) {
		rebuildEnum(type, values, List.of(), uses);
	}

	/**
	 * Make an enumerated type with casts anew with other values.
	 * @param type the type
	 * @param values the values, in order
	 * @param casts the casts from and to that type: all of them
	 * @param uses the columns of that type: all of them
	 */
	default void rebuildEnum(String type, List<String> values, List<Cast> casts, Use... uses) {
		invoke(new RebuildEnumType(new EnumType(QualifiedName.parse(type), values, null), List.of(uses), casts, null));
	}

	/**
	 * Create a type of attributes.
	 * @param type the name
	 * @param attributes the attributes, in order
	 */
	default void createStruct(String type, Attribute... attributes) {
		createStruct(StructType.structType(type, attributes));
	}

	/**
	 * Create a type of attributes.
	 * @param type the type
	 */
	default void createStruct(StructType type) {
		invoke(new CreateStructType(type));
	}

	/**
	 * Change the attributes of a type. New ones come behind the others: an attribute that
	 * shall stand behind a new one is dropped and added again, without its values.
	 * @param type the type as it shall be
	 * @param was the type as it was
	 * @throws IllegalArgumentException if these are two types
	 */
	default void alterStruct(StructType type, StructType was) {
		invoke(new AlterStructType(type, was));
	}

	/**
	 * Drop a type of attributes.
	 * @param type the name
	 */
	default void dropStruct(String type) {
		invoke(new DropStructType(QualifiedName.parse(type), false, null));
	}

	/**
	 * Create a cast.
	 * @param cast the cast
	 */
	default void createCast(Cast cast) {
		invoke(new CreateCast(cast));
	}

	/**
	 * Drop a cast.
	 * @param source the type of the values
	 * @param target the type that they are made to
	 */
	default void dropCast(ColumnType source, ColumnType target) {
		invoke(new DropCast(source, target, false, null));
	}

	/**
	 * Give a type another name.
	 * @param type the name
	 * @param newName the new name, without schema
	 */
	default void renameType(String type, String newName) {
		invoke(new RenameType(QualifiedName.parse(type), newName));
	}

}
