package dev.migrate;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterColumn.CommentChange;
import dev.migrate.operation.AlterColumn.DefaultChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;

/**
 * What {@link Operations#alterColumn} changes. All changes of one call belong together.
 */
public final class AlterColumnOptions {

	private final Pending<AlterColumn> pending;

	AlterColumnOptions(Pending<AlterColumn> pending) {
		this.pending = pending;
	}

	/**
	 * Change the type.
	 * @param type the new type
	 * @return these options
	 */
	public AlterColumnOptions type(ColumnType type) {
		this.pending.amend((alter) -> new AlterColumn(alter.table(), alter.column(), type, alter.using(),
				alter.nullable(), alter.defaultChange(), alter.commentChange(), alter.newName(), alter.was()));
		return this;
	}

	/**
	 * Say how old values become values of the new type.
	 * @param expression an SQL expression over the row
	 * @return these options
	 */
	public AlterColumnOptions using(String expression) {
		this.pending.amend((alter) -> new AlterColumn(alter.table(), alter.column(), alter.type(), expression,
				alter.nullable(), alter.defaultChange(), alter.commentChange(), alter.newName(), alter.was()));
		return this;
	}

	/**
	 * Allow {@code NULL}, or refuse it.
	 * @param nullable whether {@code NULL} is allowed
	 * @return these options
	 */
	public AlterColumnOptions nullable(boolean nullable) {
		this.pending.amend((alter) -> new AlterColumn(alter.table(), alter.column(), alter.type(), alter.using(),
				nullable, alter.defaultChange(), alter.commentChange(), alter.newName(), alter.was()));
		return this;
	}

	/**
	 * Give it a default computed by the database.
	 * @param expression an SQL expression
	 * @return these options
	 */
	public AlterColumnOptions defaultSql(String expression) {
		return defaultChange(new DefaultChange(expression));
	}

	/**
	 * Give it a constant default.
	 * @param value a number, a boolean or a text
	 * @return these options
	 */
	public AlterColumnOptions defaultValue(Object value) {
		return defaultChange(new DefaultChange(Column.literal(value)));
	}

	/**
	 * Take its default away.
	 * @return these options
	 */
	public AlterColumnOptions dropDefault() {
		return defaultChange(new DefaultChange(null));
	}

	/**
	 * Give it a comment.
	 * @param comment the comment
	 * @return these options
	 */
	public AlterColumnOptions comment(String comment) {
		return commentChange(new CommentChange(comment));
	}

	/**
	 * Take its comment away.
	 * @return these options
	 */
	public AlterColumnOptions dropComment() {
		return commentChange(new CommentChange(null));
	}

	/**
	 * Give it another name.
	 * @param newName the new name
	 * @return these options
	 */
	public AlterColumnOptions rename(String newName) {
		this.pending.amend((alter) -> new AlterColumn(alter.table(), alter.column(), alter.type(), alter.using(),
				alter.nullable(), alter.defaultChange(), alter.commentChange(), newName, alter.was()));
		return this;
	}

	private AlterColumnOptions defaultChange(DefaultChange change) {
		this.pending.amend((alter) -> new AlterColumn(alter.table(), alter.column(), alter.type(), alter.using(),
				alter.nullable(), change, alter.commentChange(), alter.newName(), alter.was()));
		return this;
	}

	private AlterColumnOptions commentChange(CommentChange change) {
		this.pending.amend((alter) -> new AlterColumn(alter.table(), alter.column(), alter.type(), alter.using(),
				alter.nullable(), alter.defaultChange(), change, alter.newName(), alter.was()));
		return this;
	}

}
