package dev.migrate.schema;

import java.util.function.UnaryOperator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 */
public sealed interface Constraint extends TableElement
		permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

	/**
	 * Its name.
	 * @return the name, or {@code null} if it has none yet
	 */
	@Nullable String name();

	/**
	 * The constraint with a name.
	 * @param name the name, or {@code null} for none
	 * @return the changed constraint
	 */
	Constraint named(@Nullable String name);

	/**
	 * The constraint with other names of the objects that it refers to.
	 * @param names gives the new name of an object
	 * @return the changed constraint
	 */
	default Constraint renamed(UnaryOperator<QualifiedName> names) {
		return this;
	}

	/**
	 * Check that a constraint names a column.
	 * @param columns the columns
	 * @param what the constraint, for the message
	 * @return an immutable copy
	 * @throws IllegalArgumentException if it names none
	 */
	static List<String> requireColumns(List<String> columns, String what) {
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("The %s names no column".formatted(what));
		}
		return List.copyOf(columns);
	}

}
