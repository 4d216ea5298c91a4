package dev.migrate.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param constraints the constraints
 * @param indexes the indexes other than those of constraints
 * @param comment the comment, or {@code null}
 */
public record Table(QualifiedName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
		@Nullable String comment) {

	public Table {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		indexes = List.copyOf(indexes);
	}

	/**
	 * A table of the given columns and constraints, without index.
	 * @param name the name
	 * @param elements columns and constraints
	 * @return the table
	 */
	public static Table of(QualifiedName name, List<? extends TableElement> elements) {
		return new Table(name, instances(elements, Column.class).toList(),
				instances(elements, Constraint.class).toList(), List.of(), null);
	}

	private static <T> Stream<T> instances(List<?> elements, Class<T> type) {
		return elements.stream().filter(type::isInstance).map(type::cast);
	}

	/**
	 * The column of the given name.
	 * @param column the logical name
	 * @return the column, if there is one
	 */
	public Optional<Column> column(String column) {
		return this.columns.stream().filter((candidate) -> candidate.name().equals(column)).findFirst();
	}

	/**
	 * The constraints of one type.
	 * @param <T> the type
	 * @param type the type
	 * @return the constraints
	 */
	public <T extends Constraint> List<T> constraints(Class<T> type) {
		return instances(this.constraints, type).toList();
	}

	/**
	 * The same table with a comment.
	 * @param comment the comment
	 * @return a changed copy
	 */
	public Table comment(String comment) {
		return new Table(this.name, this.columns, this.constraints, this.indexes, comment);
	}

}
