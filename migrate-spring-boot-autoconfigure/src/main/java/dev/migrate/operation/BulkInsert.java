package dev.migrate.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.QualifiedName;

/**
 * Inserts rows into a table.
 *
 * @param table the table
 * @param columns the columns that are given
 * @param rows the rows, each with as many values as there are columns
 */
public record BulkInsert(QualifiedName table, List<String> columns,
		List<List<@Nullable Object>> rows) implements Operation {

	/**
	 * Create the operation.
	 * @throws IllegalArgumentException if there is no column, or a row has another number
	 * of values
	 */
	public BulkInsert {
		columns = List.copyOf(columns);
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("The rows for table '%s' name no column".formatted(table));
		}
		List<List<@Nullable Object>> copy = new ArrayList<>();
		for (List<@Nullable Object> row : rows) {
			if (row.size() != columns.size()) {
				throw new IllegalArgumentException("A row for table '%s' has %d values, its columns are (%s)"
					.formatted(table, row.size(), String.join(", ", columns)));
			}
			copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
		}
		rows = List.copyOf(copy);
	}

	@Override
	public String describe() {
		return "insert %d rows into %s".formatted(this.rows.size(), this.table);
	}

}
