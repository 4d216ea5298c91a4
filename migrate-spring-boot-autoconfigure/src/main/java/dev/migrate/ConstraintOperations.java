package dev.migrate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;

/**
 * The part of {@link Operations} that changes constraints.
 */
public interface ConstraintOperations extends OperationInvoker {

	/**
	 * Create a constraint with all that it can say.
	 * @param table the table
	 * @param constraint the constraint
	 */
	default void createConstraint(String table, Constraint constraint) {
		invoke(new AddConstraint(QualifiedName.parse(table), constraint));
	}

	/**
	 * Create a primary key.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the table
	 * @param columns the columns, at least one
	 */
	default void createPrimaryKey(@Nullable String name, String table, String... columns) {
		createConstraint(table, new PrimaryKey(name, List.of(columns)));
	}

	/**
	 * Create a unique constraint.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the table
	 * @param columns the columns, at least one
	 */
	default void createUniqueConstraint(@Nullable String name, String table, String... columns) {
		createConstraint(table, new UniqueConstraint(name, List.of(columns)));
	}

	/**
	 * Create a foreign key.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the referencing table
	 * @param referencedTable the referenced table
	 * @param columns the referencing columns, at least one
	 * @param referencedColumns the referenced columns, as many
	 * @return options
	 */
	default ForeignKeyOptions createForeignKey(@Nullable String name, String table, String referencedTable,
			List<String> columns, List<String> referencedColumns) {
		return new ForeignKeyOptions(invoke(new AddConstraint(QualifiedName.parse(table),
				new ForeignKey(name, columns, QualifiedName.parse(referencedTable), referencedColumns,
						ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))));
	}

	/**
	 * Create a check constraint.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the table
	 * @param condition the condition in SQL
	 */
	default void createCheckConstraint(@Nullable String name, String table, String condition) {
		createConstraint(table, new CheckConstraint(name, condition));
	}

	/**
	 * Create an exclusion constraint.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the table
	 * @param elements what is compared, and how
	 */
	default void createExcludeConstraint(@Nullable String name, String table, ExclusionConstraint.Element... elements) {
		ExclusionConstraint constraint = ExclusionConstraint.exclude(elements);
		createConstraint(table, (name != null) ? constraint.named(name) : constraint);
	}

	/**
	 * Drop a constraint.
	 * @param name the constraint
	 * @param table the table
	 * @return options
	 */
	default DropConstraintOptions dropConstraint(String name, String table) {
		return new DropConstraintOptions(invoke(new DropConstraint(QualifiedName.parse(table), name, false, null)));
	}

	/**
	 * Give a constraint another name.
	 * @param name the constraint
	 * @param table the table
	 * @param newName the new name
	 */
	default void renameConstraint(String name, String table, String newName) {
		invoke(new RenameConstraint(QualifiedName.parse(table), name, newName));
	}

	/**
	 * Check the present rows of a constraint that was created without looking at them.
	 * @param name the constraint
	 * @param table the table
	 */
	default void validateConstraint(String name, String table) {
		invoke(new ValidateConstraint(QualifiedName.parse(table), name));
	}

}
