package dev.migrate.operation;

import java.util.Optional;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.QualifiedName;

/**
 * Adds a constraint to a table.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(QualifiedName table, Constraint constraint) implements TableChange {

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.constraint.name())
			.map((name) -> new DropConstraint(this.table, name, false, this.constraint));
	}

	@Override
	public String describe() {
		String name = this.constraint.name();
		return "add constraint %s to %s".formatted((name != null) ? name : "without a name", this.table);
	}

}
