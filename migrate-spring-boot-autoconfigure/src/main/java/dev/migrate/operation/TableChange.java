package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;

/**
 * A change of one table, which a {@link Batch} can hold.
 */
public sealed interface TableChange extends Operation permits AddColumn, AddConstraint, AlterColumn, AlterIdentity,
		CreateIndex, DropColumn, DropConstraint, DropIndex, RenameConstraint, SetComment, ValidateConstraint {

	/**
	 * The table.
	 * @return the table, or {@code null} if it is not known
	 */
	@Nullable QualifiedName table();

}
