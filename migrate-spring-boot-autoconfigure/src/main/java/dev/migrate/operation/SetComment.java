package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;

/**
 * Sets or removes a comment on a table or a column.
 *
 * @param table the table
 * @param column the column, or {@code null} for the table
 * @param comment the comment, or {@code null} for none
 * @param before what is known of the present comment, or {@code null} if nothing is
 */
public record SetComment(QualifiedName table, @Nullable String column, @Nullable String comment,
		@Nullable Before before) implements TableChange {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.before)
			.map((known) -> new SetComment(this.table, this.column, known.comment(), new Before(this.comment)));
	}

	@Override
	public String describe() {
		return "comment on "
				+ ((this.column != null) ? "column " + this.table + "." + this.column : "table " + this.table);
	}

	/**
	 * A comment that is known.
	 *
	 * @param comment the comment, or {@code null} for none
	 */
	public record Before(@Nullable String comment) {

	}

}
