package dev.migrate.hibernate;

import java.util.List;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;

/**
 * What the definition of a column says.
 *
 * @param column the column
 * @param constraints the constraints that stand in its definition
 */
record ColumnDefinition(Column column, List<Constraint> constraints) {

	ColumnDefinition {
		constraints = List.copyOf(constraints);
	}

}
