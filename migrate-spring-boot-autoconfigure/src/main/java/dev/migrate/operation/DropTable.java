package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * Drops a table.
 *
 * @param table the table's name
 * @param ifExists whether it is no error if there is none
 * @param cascade whether what depends on it is dropped too
 * @param was the table as it was, or {@code null} if that is not known
 */
public record DropTable(QualifiedName table, boolean ifExists, boolean cascade,
		@Nullable Table was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map((table) -> new CreateTable(table, this.ifExists));
	}

	@Override
	public String describe() {
		return "drop table " + this.table;
	}

}
