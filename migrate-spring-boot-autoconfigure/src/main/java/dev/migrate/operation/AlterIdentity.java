package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column an identity, which counts on behind the largest number that it holds,
 * changes how it counts, or makes it an ordinary column.
 *
 * @param table the table
 * @param column the column's name
 * @param identity how its values are counted up from now on, or {@code null} if they are
 * not
 * @param was how they were, or {@code null} if they were not, or that is not known
 */
public record AlterIdentity(QualifiedName table, String column, @Nullable Identity identity,
		@Nullable Identity was) implements Operation {

	@Override
	public Optional<Operation> reverse() {
		return (this.identity != null || this.was != null)
				? Optional.of(new AlterIdentity(this.table, this.column, this.was, this.identity)) : Optional.empty();
	}

	@Override
	public String describe() {
		return ((this.identity != null) ? "make column %s.%s an identity" : "make column %s.%s no identity")
			.formatted(this.table, this.column);
	}

}
