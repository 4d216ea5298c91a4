package dev.migrate.schema;

import java.util.function.UnaryOperator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A foreign key. {@link #foreignKey(String...)} begins one,
 * {@link Reference#references(String, String...)} completes it.
 *
 * @param name the name, or {@code null}
 * @param columns the referencing columns, at least one
 * @param referencedTable the referenced table
 * @param referencedColumns the referenced columns, as many as referencing ones; none for
 * the referenced table's primary key
 * @param onDelete the rule for deletes
 * @param onUpdate the rule for updates
 * @param matchFull whether of several columns either all or none are {@code NULL}
 * @param deferral when it is checked
 * @param notValid whether present rows are not checked
 * @param deleteColumns the columns that the rule for deletes sets, if not all of the
 * referencing ones
 */
public record ForeignKey(@Nullable String name, List<String> columns, QualifiedName referencedTable,
		List<String> referencedColumns, ReferentialAction onDelete, ReferentialAction onUpdate, boolean matchFull,
		Deferral deferral, boolean notValid, List<String> deleteColumns) implements Constraint {

	/**
	 * Create a foreign key.
	 * @throws IllegalArgumentException if there is no column, the numbers of columns
	 * differ, or the rule for deletes sets columns that it cannot
	 */
	public ForeignKey {
		columns = Constraint.requireColumns(columns, "foreign key");
		referencedColumns = List.copyOf(referencedColumns);
		if (!referencedColumns.isEmpty() && referencedColumns.size() != columns.size()) {
			throw new IllegalArgumentException("The foreign key on (%s) references %d columns of %s, it needs %d"
				.formatted(String.join(", ", columns), referencedColumns.size(), referencedTable, columns.size()));
		}
		deleteColumns = List.copyOf(deleteColumns);
		boolean sets = onDelete == ReferentialAction.SET_NULL || onDelete == ReferentialAction.SET_DEFAULT;
		if (!columns.containsAll(deleteColumns) || (!sets && !deleteColumns.isEmpty())) {
			throw new IllegalArgumentException("The foreign key on (%s) cannot %s (%s) on delete"
				.formatted(String.join(", ", columns), onDelete.sql(), String.join(", ", deleteColumns)));
		}
	}

	/**
	 * Create a foreign key whose rule for deletes is about all columns.
	 * @param name the name, or {@code null}
	 * @param columns the referencing columns, at least one
	 * @param referencedTable the referenced table
	 * @param referencedColumns the referenced columns, as many as referencing ones; none
	 * for the referenced table's primary key
	 * @param onDelete the rule for deletes
	 * @param onUpdate the rule for updates
	 * @param matchFull whether of several columns either all or none are {@code NULL}
	 * @param deferral when it is checked
	 * @param notValid whether present rows are not checked
	 * @throws IllegalArgumentException if there is no column, or the numbers of columns
	 * differ
	 */
	public ForeignKey(@Nullable String name, List<String> columns, QualifiedName referencedTable,
			List<String> referencedColumns, ReferentialAction onDelete, ReferentialAction onUpdate, boolean matchFull,
			Deferral deferral, boolean notValid) {
		this(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, matchFull, deferral, notValid,
				List.of());
	}

	/**
	 * Create a plain foreign key.
	 * @param name the name, or {@code null}
	 * @param columns the referencing columns, at least one
	 * @param referencedTable the referenced table
	 * @param referencedColumns the referenced columns, as many as referencing ones; none
	 * for the referenced table's primary key
	 * @param onDelete the rule for deletes
	 * @param onUpdate the rule for updates
	 * @throws IllegalArgumentException if there is no column, or the numbers of columns
	 * differ
	 */
	public ForeignKey(@Nullable String name, List<String> columns, QualifiedName referencedTable,
			List<String> referencedColumns, ReferentialAction onDelete, ReferentialAction onUpdate) {
		this(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, false, Deferral.NOT_DEFERRABLE,
				false);
	}

	/**
	 * Begin a foreign key that the database names.
	 * @param columns the referencing columns
	 * @return what is to be completed
	 */
	public static Reference foreignKey(String... columns) {
		List<String> referencing = List.of(columns);
		return (table, referenced) -> new ForeignKey(null, referencing, QualifiedName.parse(table), List.of(referenced),
				ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
	}

	/**
	 * The same key with a name.
	 * @param name the name
	 * @return a changed copy
	 */
	@Override
	public ForeignKey renamed(UnaryOperator<QualifiedName> names) {
		return new ForeignKey(this.name, this.columns, names.apply(this.referencedTable), this.referencedColumns,
				this.onDelete, this.onUpdate, this.matchFull, this.deferral, this.notValid, this.deleteColumns);
	}

	@Override
	public ForeignKey named(@Nullable String name) {
		return new ForeignKey(name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, this.matchFull, this.deferral, this.notValid, this.deleteColumns);
	}

	/**
	 * The same key with another rule for deletes.
	 * @param action the rule
	 * @param columns the columns that it sets; none for all
	 * @return a changed copy
	 * @throws IllegalArgumentException if the rule sets none, or the key has no such
	 * column
	 */
	public ForeignKey onDelete(ReferentialAction action, String... columns) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, action,
				this.onUpdate, this.matchFull, this.deferral, this.notValid, List.of(columns));
	}

	/**
	 * The same key with another rule for updates.
	 * @param action the rule
	 * @return a changed copy
	 */
	public ForeignKey onUpdate(ReferentialAction action) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				action, this.matchFull, this.deferral, this.notValid, this.deleteColumns);
	}

	/**
	 * The same key that is checked later.
	 * @param deferral when it is checked
	 * @return a changed copy
	 */
	public ForeignKey deferral(Deferral deferral) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, this.matchFull, deferral, this.notValid, this.deleteColumns);
	}

	/**
	 * The same key of which either all or no columns are {@code NULL}.
	 * @return a changed copy
	 */
	public ForeignKey withMatchFull() {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, true, this.deferral, this.notValid, this.deleteColumns);
	}

	/**
	 * The same key that does not check present rows.
	 * @return a changed copy
	 */
	public ForeignKey asNotValid() {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, this.matchFull, this.deferral, true, this.deleteColumns);
	}

	/**
	 * A foreign key that still lacks what it references.
	 */
	@FunctionalInterface
	public interface Reference {

		/**
		 * Complete the foreign key.
		 * @param table the referenced table
		 * @param columns the referenced columns; none for its primary key
		 * @return the constraint
		 */
		ForeignKey references(String table, String... columns);

	}

}
