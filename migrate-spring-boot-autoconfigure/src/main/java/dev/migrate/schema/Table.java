package dev.migrate.schema;

import java.util.function.UnaryOperator;
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
 * @param options how it is partitioned and stored
 */
public record Table(QualifiedName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
		@Nullable String comment, TableOptions options) implements SchemaObject {

	/**
	 * Create a table.
	 */
	public Table {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		indexes = List.copyOf(indexes);
	}

	/**
	 * Create a table without options.
	 * @param name the name
	 * @param columns the columns, in order
	 * @param constraints the constraints
	 * @param indexes the indexes other than those of constraints
	 * @param comment the comment, or {@code null}
	 */
	public Table(QualifiedName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
			@Nullable String comment) {
		this(name, columns, constraints, indexes, comment, TableOptions.NONE);
	}

	/**
	 * A table of the given columns, constraints and indexes.
	 * @param name the name
	 * @param elements columns, constraints and indexes
	 * @return the table
	 */
	public static Table of(QualifiedName name, List<? extends TableElement> elements) {
		return new Table(name, instances(elements, Column.class).toList(),
				instances(elements, Constraint.class).toList(), instances(elements, Index.class).toList(), null);
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
		for (Column candidate : this.columns) {
			if (candidate.name().equals(column)) {
				return Optional.of(candidate);
			}
		}
		return Optional.empty();
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
		return new Table(this.name, this.columns, this.constraints, this.indexes, comment, this.options);
	}

	/**
	 * The table with options.
	 * @param options how it is partitioned and stored
	 * @return a changed copy
	 */
	public Table options(TableOptions options) {
		return new Table(this.name, this.columns, this.constraints, this.indexes, this.comment, options);
	}

	@Override
	public Table renamed(UnaryOperator<QualifiedName> names) {
		return new Table(names.apply(this.name),
				this.columns.stream().map((column) -> column.type(column.type().renamed(names))).toList(),
				this.constraints.stream().map((constraint) -> constraint.renamed(names)).toList(), this.indexes,
				this.comment, this.options);
	}

}
