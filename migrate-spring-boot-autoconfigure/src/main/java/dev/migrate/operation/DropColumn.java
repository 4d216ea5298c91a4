package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Drops a column of a table, with the data in it.
 *
 * @param table the table
 * @param column the column's name
 * @param ifExists whether it is no error if there is none
 * @param was the column as it was, or {@code null} if that is not known
 */
public record DropColumn(QualifiedName table, String column, boolean ifExists,
		@Nullable Column was) implements TableChange {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map((column) -> new AddColumn(this.table, column, this.ifExists));
	}

	@Override
	public String describe() {
		return "drop column %s.%s".formatted(this.table, this.column);
	}

}
