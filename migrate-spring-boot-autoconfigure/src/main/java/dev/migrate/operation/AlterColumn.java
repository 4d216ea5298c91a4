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
 * @param newName the new name, or {@code null}
 * @param was the column as it was, or {@code null} if that is not known
 */
public record AlterColumn(QualifiedName table, String column, @Nullable ColumnType type, @Nullable String using,
		@Nullable Boolean nullable, @Nullable DefaultChange defaultChange, @Nullable String newName,
		@Nullable Column was) implements Operation {

	/**
	 * An operation that changes nothing yet.
	 * @param table the table
	 * @param column the column's name
	 */
	public AlterColumn(QualifiedName table, String column) {
		this(table, column, null, null, null, null, null, null);
	}

	/**
	 * Whether it changes anything.
	 * @return whether any of the changes is given
	 */
	public boolean isEmpty() {
		return this.type == null && this.nullable == null && this.defaultChange == null && this.newName == null;
	}

	@Override
	public Optional<Operation> reverse() {
		boolean onlyRename = this.type == null && this.nullable == null && this.defaultChange == null;
		if (this.was == null && !onlyRename) {
			return Optional.empty();
		}
		String name = (this.newName != null) ? this.newName : this.column;
		String oldName = (this.newName != null) ? this.column : null;
		if (this.was == null) {
			return Optional.of(new AlterColumn(this.table, name, null, null, null, null, oldName, null));
		}
		return Optional.of(new AlterColumn(this.table, name, (this.type != null) ? this.was.type() : null, null,
				(this.nullable != null) ? this.was.nullable() : null,
				(this.defaultChange != null) ? new DefaultChange(this.was.defaultExpression()) : null, oldName, null));
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

}
