package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Cast;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.TableElement;

/**
 * Makes an enumerated type anew with other values, and moves the columns of that type to
 * it. It fails if a row holds a value that the new type lacks.
 *
 * @param type the type as it shall be
 * @param uses the columns of that type
 * @param casts the casts from and to that type: all of them
 * @param was the type as it was, or {@code null} if that is not known
 */
public record RebuildEnumType(EnumType type, List<Use> uses, List<Cast> casts,
		@Nullable EnumType was) implements Operation {

	/**
	 * Create an operation.
	 */
	public RebuildEnumType {
		uses = List.copyOf(uses);
		casts = List.copyOf(casts);
	}

	/**
	 * Create an operation on a type without casts.
	 * @param type the type as it shall be
	 * @param uses the columns of that type
	 * @param was the type as it was, or {@code null} if that is not known
	 */
	public RebuildEnumType(EnumType type, List<Use> uses, @Nullable EnumType was) {
		this(type, uses, List.of(), was);
	}

	/**
	 * The columns that keep their rows.
	 * @return those that are not generated
	 */
	public List<Use> converted() {
		List<String> generated = this.uses.stream()
			.flatMap((use) -> use.dependents()
				.stream()
				.filter(Column.class::isInstance)
				.map((column) -> use.table() + "." + ((Column) column).name()))
			.toList();
		return this.uses.stream().filter((use) -> !generated.contains(use.table() + "." + use.column())).toList();
	}

	/**
	 * What drops the dependents of the columns.
	 * @return the operations, in order
	 */
	public List<Operation> before() {
		List<Operation> operations = new ArrayList<>();
		List<Operation> after = after();
		for (int i = after.size() - 1; i >= 0; i--) {
			after.get(i).reverse().ifPresent(operations::add);
		}
		return operations;
	}

	/**
	 * What creates the dependents of the columns again.
	 * @return the operations, in order
	 */
	public List<Operation> after() {
		List<Operation> operations = new ArrayList<>();
		for (Class<?> kind : List.of(Column.class, Constraint.class, Index.class)) {
			for (Use use : this.uses) {
				use.dependents()
					.stream()
					.filter(kind::isInstance)
					.forEach((element) -> operations.add(create(use.table(), element)));
			}
		}
		return operations;
	}

	private static Operation create(QualifiedName table, TableElement element) {
		if (element instanceof Column column) {
			return new AddColumn(table, column, false);
		}
		return (element instanceof Index index) ? new CreateIndex(table, index, false)
				: new AddConstraint(table, (Constraint) element);
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.was)
			.map((before) -> new RebuildEnumType(before, this.uses, this.casts, this.type));
	}

	@Override
	public String describe() {
		return "make type %s anew".formatted(this.type.name());
	}

	/**
	 * A column of the type. {@link #with} and {@link #ofArrays} return changed copies.
	 *
	 * @param table the table
	 * @param column the column
	 * @param defaultExpression its default, which is put back, or {@code null}
	 * @param array whether it holds arrays of such values
	 * @param dependents what compares values of the type: indexes, constraints and
	 * generated columns of the table, which are dropped and created again; among them the
	 * column itself if it is generated
	 */
	public record Use(QualifiedName table, String column, @Nullable String defaultExpression, boolean array,
			List<TableElement> dependents) {

		/**
		 * Create a use.
		 */
		public Use {
			dependents = List.copyOf(dependents);
		}

		/**
		 * Create a use on which nothing depends.
		 * @param table the table
		 * @param column the column
		 * @param defaultExpression its default, which is put back, or {@code null}
		 */
		public Use(QualifiedName table, String column, @Nullable String defaultExpression) {
			this(table, column, defaultExpression, false, List.of());
		}

		/**
		 * Drop what compares values of the type, and create it again.
		 * @param dependents indexes, constraints and generated columns of the table
		 * @return the changed use
		 */
		public Use with(TableElement... dependents) {
			return new Use(this.table, this.column, this.defaultExpression, this.array,
					Stream.concat(this.dependents.stream(), Stream.of(dependents)).toList());
		}

		/**
		 * Hold arrays of such values.
		 * @return the changed use
		 */
		public Use ofArrays() {
			return new Use(this.table, this.column, this.defaultExpression, true, this.dependents);
		}

	}

}
