package dev.migrate.operation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.QualifiedName;

/**
 * Drops a constraint of a table.
 *
 * @param table the table
 * @param name the constraint's name
 * @param ifExists whether it is no error if there is none
 * @param was the constraint as it was, or {@code null} if that is not known
 */
public record DropConstraint(QualifiedName table, String name, boolean ifExists,
		@Nullable Constraint was) implements TableChange {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was).map((constraint) -> new AddConstraint(this.table, constraint));
	}

	@Override
	public String describe() {
		return "drop constraint %s of %s".formatted(this.name, this.table);
	}

}
