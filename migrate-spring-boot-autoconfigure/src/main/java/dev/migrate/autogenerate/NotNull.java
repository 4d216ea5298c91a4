package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;

/**
 * Columns that take no {@code NULL}, on tables that may have rows.
 */
final class NotNull {

	private NotNull() {
	}

	/**
	 * Add a column: if rows that exist would have no value, it takes {@code NULL} until
	 * they have one.
	 * @param table the table
	 * @param column the column
	 * @param identifiers how the product writes identifiers
	 * @return the operations
	 */
	static List<Operation> add(QualifiedName table, Column column, Identifiers identifiers) {
		boolean filled = column.nullable() || column.defaultExpression() != null || column.identity() != null
				|| column.generated() != null;
		if (filled) {
			return List.of(new AddColumn(table, column, false));
		}
		Column atFirst = new Column(column.name(), column.type(), true, null, null, null, column.collation(),
				column.comment());
		return List.of(new AddColumn(table, atFirst, false), DataStep.of(table, column.name(), identifiers),
				new AlterColumn(table, column.name(), null, null, false, null, null, atFirst));
	}

}
