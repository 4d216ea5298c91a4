package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 */
public sealed interface Constraint extends TableElement
		permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint {

	/**
	 * The name.
	 * @return the logical name, or {@code null} if the database shall choose one
	 */
	@Nullable String name();

	/**
	 * Check that a list of columns names some.
	 * @param columns the columns
	 * @param what what they are the columns of
	 * @return an immutable copy
	 * @throws IllegalArgumentException if there is none
	 */
	static List<String> requireColumns(List<String> columns, String what) {
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("The %s names no column".formatted(what));
		}
		return List.copyOf(columns);
	}

}
