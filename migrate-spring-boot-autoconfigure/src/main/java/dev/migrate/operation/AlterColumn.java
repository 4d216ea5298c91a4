package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.QualifiedName;

/**
 * Changes a column: what is {@code null} stays as it is.
 *
 * @param table the table
 * @param column the column's name
 * @param type the new type, or {@code null}
 * @param using how old values become values of the new type, in SQL, or {@code null}
 * @param nullable whether it takes {@code NULL} from now on, or {@code null}
 * @param defaultChange what becomes of the default, or {@code null}
 * @param commentChange what becomes of the comment, or {@code null}
 * @param newName the new name, or {@code null}
 * @param was the column as it was, or {@code null} if that is not known
 */
public record AlterColumn(QualifiedName table, String column, @Nullable ColumnType type, @Nullable String using,
		@Nullable Boolean nullable, @Nullable DefaultChange defaultChange, @Nullable CommentChange commentChange,
		@Nullable String newName, @Nullable Column was) implements Operation {

	/**
	 * An operation that leaves the comment as it is.
	 * @param table the table
	 * @param column the column's name
	 * @param type the new type, or {@code null}
	 * @param using how old values become values of the new type, in SQL, or {@code null}
	 * @param nullable whether it takes {@code NULL} from now on, or {@code null}
	 * @param defaultChange what becomes of the default, or {@code null}
	 * @param newName the new name, or {@code null}
	 * @param was the column as it was, or {@code null} if that is not known
	 */
	public AlterColumn(QualifiedName table, String column, @Nullable ColumnType type, @Nullable String using,
			@Nullable Boolean nullable, @Nullable DefaultChange defaultChange, @Nullable String newName,
			@Nullable Column was) {
		this(table, column, type, using, nullable, defaultChange, null, newName, was);
	}

	/**
	 * An operation that changes nothing yet.
	 * @param table the table
	 * @param column the column's name
	 */
	public AlterColumn(QualifiedName table, String column) {
		this(table, column, null, null, null, null, null, null, null);
	}

	/**
	 * Whether it changes anything.
	 * @return whether any of the changes is given
	 */
	public boolean isEmpty() {
		return this.newName == null && changesNothingElse();
	}

	/** Nothing but perhaps the name. */
	private boolean changesNothingElse() {
		return this.type == null && this.nullable == null && this.defaultChange == null && this.commentChange == null;
	}

	@Override
	public Optional<Operation> reverse() {
		String name = (this.newName != null) ? this.newName : this.column;
		String oldName = (this.newName != null) ? this.column : null;
		Column was = this.was;
		if (was == null) {
			return changesNothingElse()
					? Optional.of(new AlterColumn(this.table, name, null, null, null, null, oldName, null))
					: Optional.empty();
		}
		return Optional.of(new AlterColumn(this.table, name, (this.type != null) ? was.type() : null, null,
				(this.nullable != null) ? was.nullable() : null,
				(this.defaultChange != null) ? new DefaultChange(was.defaultExpression()) : null,
				(this.commentChange != null) ? new CommentChange(was.comment()) : null, oldName, null));
	}

	@Override
	public String describe() {
		return "alter column %s.%s".formatted(this.table, this.column);
	}

	/**
	 * A change of a default.
	 *
	 * @param expression the new default as an SQL expression, or {@code null} for none
	 */
	public record DefaultChange(@Nullable String expression) {

	}

	/**
	 * A change of a comment.
	 *
	 * @param comment the new comment, or {@code null} for none
	 */
	public record CommentChange(@Nullable String comment) {

	}

}
