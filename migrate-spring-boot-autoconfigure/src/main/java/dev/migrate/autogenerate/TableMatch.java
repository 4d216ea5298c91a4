package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrate.autogenerate.ComparedTable.Part;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A table that is found and wanted, part by part.
 */
final class TableMatch {

	private final ComparedTable found;

	private final ComparedTable wanted;

	private final PartMatch<Constraint> constraints;

	private final PartMatch<Index> indexes;

	private final List<ColumnPair> columns = new ArrayList<>();

	private TableMatch(ComparedTable found, ComparedTable wanted, PartMatch<Constraint> constraints,
			PartMatch<Index> indexes) {
		this.found = found;
		this.wanted = wanted;
		this.constraints = constraints;
		this.indexes = indexes;
		for (int i = 0; i < wanted.written().columns().size(); i++) {
			Column printed = wanted.form().table().columns().get(i);
			Column written = wanted.written().columns().get(i);
			found.form()
				.table()
				.column(printed.name())
				.ifPresent((other) -> this.columns.add(new ColumnPair(this, other, printed, written)));
		}
	}

	static TableMatch of(ComparedTable found, ComparedTable wanted, Set<String> inventedNames) {
		List<Part<Constraint>> foundConstraints = new ArrayList<>(found.constraints());
		List<Part<Index>> foundIndexes = new ArrayList<>(found.indexes());
		List<Part<Constraint>> wantedConstraints = new ArrayList<>(wanted.constraints());
		leaveOutUniqueIndexes(foundIndexes, foundConstraints, wantedConstraints, inventedNames);
		return new TableMatch(found, wanted,
				PartMatch.of(foundConstraints, wantedConstraints,
						(one, other) -> Objects.equals(one.name(), other.name())),
				PartMatch.of(foundIndexes, wanted.indexes(), (one, other) -> one.name().equals(other.name())));
	}

	/**
	 * A unique index refuses the same rows as a constraint of these columns, which no
	 * model insists on where it does not name it.
	 */
	private static void leaveOutUniqueIndexes(List<Part<Index>> foundIndexes, List<Part<Constraint>> found,
			List<Part<Constraint>> wanted, Set<String> inventedNames) {
		wanted.removeIf((part) -> {
			if (!(part.written() instanceof UniqueConstraint unique)
					|| found.stream().anyMatch((other) -> other.form().equals(part.form()))
					|| (unique.name() != null && !inventedNames.contains(unique.name()) && foundIndexes.stream()
						.noneMatch((index) -> index.written().name().equals(unique.name())))) {
				return false;
			}
			return foundIndexes.removeIf((index) -> isIndexOf(index.written(), unique));
		});
	}

	private static boolean isIndexOf(Index index, UniqueConstraint unique) {
		return index.unique() && index.where() == null && index.columns().equals(unique.columns())
				&& index.elements().stream().noneMatch(IndexElement::expression)
				&& index.nullsNotDistinct() == unique.nullsNotDistinct();
	}

	ComparedTable found() {
		return this.found;
	}

	ComparedTable wanted() {
		return this.wanted;
	}

	PartMatch<Constraint> constraints() {
		return this.constraints;
	}

	PartMatch<Index> indexes() {
		return this.indexes;
	}

	/** The columns that both sides have, in the order of the model. */
	List<ColumnPair> columns() {
		return this.columns;
	}

	/**
	 * Whether texts are left that differ, and of which only the database can say whether
	 * they mean the same.
	 */
	boolean isUncertain() {
		return this.columns.stream().anyMatch(ColumnPair::isUncertain)
				|| (this.constraints.added().stream().anyMatch(CheckConstraint.class::isInstance)
						&& this.constraints.removed().stream().anyMatch(CheckConstraint.class::isInstance))
				|| (this.indexes.added().stream().anyMatch(TableMatch::hasExpression)
						&& this.indexes.removed().stream().anyMatch(TableMatch::hasExpression))
				|| this.wanted.form()
					.table()
					.columns()
					.stream()
					.anyMatch((column) -> column.type() instanceof Raw
							&& this.found.written().column(column.name()).isEmpty());
	}

	private static boolean hasExpression(Index index) {
		return index.where() != null || index.elements().stream().anyMatch(IndexElement::expression);
	}

	/**
	 * A column that both sides have.
	 *
	 * @param match the tables
	 * @param found as it is found
	 * @param wanted as the model has it, in the form of the comparison
	 * @param written as the model has it
	 */
	record ColumnPair(TableMatch match, Column found, Column wanted, Column written) {

		/** What is in a primary key takes no {@code NULL}, though that is not said. */
		boolean differsInNullability() {
			return this.found.nullable() != this.wanted.nullable()
					&& (this.found.nullable() || this.match.wanted.written()
						.constraints(PrimaryKey.class)
						.stream()
						.noneMatch((key) -> key.columns().contains(this.wanted.name())));
		}

		boolean differsInType() {
			return !this.found.type().equals(this.wanted.type())
					&& !type(this.found.type()).equals(type(this.wanted.type()));
		}

		private String type(ColumnType type) {
			return this.match.wanted.form().type(type);
		}

		boolean differsInCollation() {
			return !Objects.equals(this.found.collation(), this.wanted.collation());
		}

		boolean differsInDefault() {
			return !Objects.equals(this.match.found.form().defaultExpression(this.found),
					this.match.wanted.form().defaultExpression(this.wanted));
		}

		boolean differsInGeneration() {
			GeneratedExpression one = this.found.generated();
			GeneratedExpression other = this.wanted.generated();
			return !Objects.equals(generated(this.match.found, one), generated(this.match.wanted, other))
					|| (one != null && other != null && one.stored() != other.stored());
		}

		private static @Nullable String generated(ComparedTable table, @Nullable GeneratedExpression generated) {
			return (generated != null) ? table.form().expression(generated.expression()) : null;
		}

		private boolean isUncertain() {
			return (differsInType() && (isRaw(this.wanted.type()) || isRaw(this.found.type())))
					|| (differsInDefault() && this.found.defaultExpression() != null
							&& this.wanted.defaultExpression() != null)
					|| (differsInGeneration() && this.found.generated() != null && this.wanted.generated() != null);
		}

		private static boolean isRaw(ColumnType type) {
			return type instanceof Raw || (type instanceof ColumnType.Array array && array.element() instanceof Raw);
		}

	}

}
