package dev.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterIdentity;
import dev.migrate.operation.Batch;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.TableChange;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;

/**
 * What {@link Operations#batch} changes of its table. Methods are those of
 * {@link Operations}, without the table.
 */
public final class TableBatch {

	private final QualifiedName table;

	private final List<TableChange> changes = new ArrayList<>();

	private boolean ended;

	TableBatch(QualifiedName table) {
		this.table = table;
	}

	Batch end() {
		this.ended = true;
		return new Batch(this.table, this.changes);
	}

	/**
	 * Add a column.
	 * @param column the column
	 * @return options
	 */
	public AddColumnOptions addColumn(Column column) {
		return new AddColumnOptions(add(new AddColumn(this.table, column, false)));
	}

	/**
	 * Drop a column and the data in it.
	 * @param column the column
	 * @return options
	 */
	public DropColumnOptions dropColumn(String column) {
		return new DropColumnOptions(add(new DropColumn(this.table, column, false, null)));
	}

	/**
	 * Change a column.
	 * @param column the column
	 * @return what to change of it
	 */
	public AlterColumnOptions alterColumn(String column) {
		return new AlterColumnOptions(add(new AlterColumn(this.table, column)));
	}

	/**
	 * Give a column another name.
	 * @param column the column
	 * @param newName the new name
	 */
	public void renameColumn(String column, String newName) {
		alterColumn(column).rename(newName);
	}

	/**
	 * Make a column an identity.
	 * @param column the column
	 * @param identity how its values are generated
	 */
	public void addIdentity(String column, Identity identity) {
		add(new AlterIdentity(this.table, column, identity, null));
	}

	/**
	 * Change how the values of an identity are generated.
	 * @param column the column
	 * @param identity how they are generated from now on
	 * @param was how they were
	 */
	public void alterIdentity(String column, Identity identity, Identity was) {
		add(new AlterIdentity(this.table, column, identity, was));
	}

	/**
	 * Make an identity an ordinary column.
	 * @param column the column
	 */
	public void dropIdentity(String column) {
		add(new AlterIdentity(this.table, column, null, null));
	}

	/**
	 * Create a constraint.
	 * @param constraint the constraint
	 */
	public void createConstraint(Constraint constraint) {
		add(new AddConstraint(this.table, constraint));
	}

	/**
	 * Drop a constraint.
	 * @param name the constraint
	 * @return options
	 */
	public DropConstraintOptions dropConstraint(String name) {
		return new DropConstraintOptions(add(new DropConstraint(this.table, name, false, null)));
	}

	/**
	 * Give a constraint another name.
	 * @param name the constraint
	 * @param newName the new name
	 */
	public void renameConstraint(String name, String newName) {
		add(new RenameConstraint(this.table, name, newName));
	}

	/**
	 * Check the present rows of a constraint that was created without looking at them.
	 * @param name the constraint
	 */
	public void validateConstraint(String name) {
		add(new ValidateConstraint(this.table, name));
	}

	/**
	 * Create an index with all that it can say.
	 * @param index the index
	 * @return options
	 */
	public CreateIndexOptions createIndex(Index index) {
		return new CreateIndexOptions(add(new CreateIndex(this.table, index, false)));
	}

	/**
	 * Create an index of columns and expressions.
	 * @param index the name
	 * @param elements what it sorts by, at least one
	 * @return options
	 */
	public CreateIndexOptions createIndex(String index, IndexElement... elements) {
		return createIndex(Index.index(index, elements));
	}

	/**
	 * Create an index.
	 * @param index the name
	 * @param columns the columns, at least one
	 * @return options
	 */
	public CreateIndexOptions createIndex(String index, String... columns) {
		return createIndex(new Index(index, List.of(columns), false, null));
	}

	/**
	 * Drop an index of the table.
	 * @param index the name
	 * @return options
	 */
	public DropIndexOptions dropIndex(String index) {
		return new DropIndexOptions(add(new DropIndex(this.table.sibling(index), false, this.table, null)));
	}

	/**
	 * Set the comment of the table.
	 * @param comment the comment, or {@code null} for none
	 */
	public void commentOnTable(@Nullable String comment) {
		add(new SetComment(this.table, null, comment, null));
	}

	/**
	 * Set the comment of a column.
	 * @param column the column
	 * @param comment the comment, or {@code null} for none
	 */
	public void commentOnColumn(String column, @Nullable String comment) {
		add(new SetComment(this.table, column, comment, null));
	}

	private <C extends TableChange> Pending<C> add(C change) {
		requireOpen(change);
		int place = this.changes.size();
		this.changes.add(change);
		return new PendingChange<>(change, place);
	}

	private void requireOpen(TableChange change) {
		if (this.ended) {
			throw new IllegalStateException("The batch of table '%s' has ended and cannot %s any more"
				.formatted(this.table, change.describe()));
		}
	}

	private final class PendingChange<C extends TableChange> implements Pending<C> {

		private final int place;

		private C change;

		PendingChange(C change, int place) {
			this.change = change;
			this.place = place;
		}

		@Override
		public void amend(UnaryOperator<C> amendment) {
			requireOpen(this.change);
			this.change = amendment.apply(this.change);
			TableBatch.this.changes.set(this.place, this.change);
		}

	}

}
