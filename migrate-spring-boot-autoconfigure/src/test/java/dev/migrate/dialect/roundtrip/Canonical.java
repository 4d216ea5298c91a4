package dev.migrate.dialect.roundtrip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * A wanted schema in the form in which a database tells it:
 * <ul>
 * <li>expressions as the catalog prints them, which the generator knows</li>
 * <li>a foreign key that names no referenced columns references the primary key</li>
 * <li>indexes do not say that {@code NULL} comes where it comes anyway</li>
 * <li>a constraint without name has the one that the product gave it: that of the equal
 * constraint among those that are not wanted by name</li>
 * <li>constraints and indexes by name</li>
 * <li>the query of a view as the catalog has it: a second creation of it gives the same
 * dump</li>
 * </ul>
 */
final class Canonical {

	private final Map<String, String> printed;

	private final boolean nullsAreLarge;

	private final Schema wanted;

	Canonical(Schema wanted, Map<String, String> printed, boolean nullsAreLarge) {
		this.wanted = wanted;
		this.printed = printed;
		this.nullsAreLarge = nullsAreLarge;
	}

	/** The objects of the wanted schema, named as in the reflected one. */
	List<SchemaObject> wanted(List<SchemaObject> objects, Schema reflected) {
		return objects.stream().map((object) -> {
			if (object instanceof View view) {
				return view(view, reflected);
			}
			return (object instanceof Table table)
					? table(table, reflected.table(table.name()).map(Table::constraints).orElse(List.of())) : object;
		}).toList();
	}

	private static SchemaObject view(View view, Schema reflected) {
		return new View(view.name(), reflected.object(View.class, view.name()).map(View::query).orElse(view.query()),
				view.comment());
	}

	/** The same order for what was reflected. */
	static List<SchemaObject> reflected(List<SchemaObject> objects) {
		return objects.stream()
			.map((object) -> (object instanceof Table table) ? new Table(table.name(), table.columns(),
					sorted(table.constraints()), indexes(table.indexes()), table.comment(), table.options()) : object)
			.toList();
	}

	private Table table(Table table, List<Constraint> existing) {
		List<Constraint> constraints = new ArrayList<>();
		List<Constraint> left = new ArrayList<>(existing);
		left.removeIf((constraint) -> constraint.name() == null
				|| table.constraints().stream().anyMatch((other) -> constraint.name().equals(other.name())));
		for (Constraint constraint : table.constraints()) {
			Constraint told = constraint(constraint);
			constraints.add((told.name() != null) ? told : named(told, left));
		}
		return new Table(table.name(), table.columns().stream().map(this::column).toList(), sorted(constraints),
				indexes(table.indexes().stream().map(this::index).toList()), table.comment(), table.options());
	}

	private static Constraint named(Constraint constraint, List<Constraint> left) {
		for (Constraint candidate : left) {
			Constraint named = constraint.named(Objects.requireNonNull(candidate.name()));
			if (named.equals(candidate)) {
				left.remove(candidate);
				return named;
			}
		}
		return constraint;
	}

	private static List<Constraint> sorted(List<Constraint> constraints) {
		return constraints.stream()
			.sorted(Comparator.comparing((constraint) -> Objects.toString(constraint.name(), "") + constraint))
			.toList();
	}

	private static List<Index> indexes(List<Index> indexes) {
		return indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
	}

	private Constraint constraint(Constraint constraint) {
		if (constraint instanceof CheckConstraint check) {
			return new CheckConstraint(check.name(), told(check.condition()), check.noInherit(), check.notValid());
		}
		if (constraint instanceof ForeignKey key && key.referencedColumns().isEmpty()) {
			Table target = this.wanted.table(key.referencedTable()).orElseThrow();
			return new ForeignKey(key.name(), key.columns(), key.referencedTable(),
					target.constraints(PrimaryKey.class).get(0).columns(), key.onDelete(), key.onUpdate(),
					key.matchFull(), key.deferral(), key.notValid(), key.deleteColumns());
		}
		return constraint;
	}

	private Column column(Column column) {
		GeneratedExpression generated = column.generated();
		return new Column(column.name(), column.type(), column.nullable(), perhaps(column.defaultExpression()),
				column.identity(),
				(generated != null) ? new GeneratedExpression(told(generated.expression()), generated.stored()) : null,
				column.collation(), column.comment());
	}

	private Index index(Index index) {
		List<IndexElement> elements = index.elements()
			.stream()
			.map((element) -> new IndexElement(element.expression() ? told(element.text()) : element.text(),
					element.expression(), element.descending(), element.nulls(), element.collation(),
					element.operatorClass())
				.withoutUsualNulls(this.nullsAreLarge))
			.toList();
		return new Index(index.name(), elements, index.unique(), perhaps(index.where()), index.method(),
				index.include(), index.nullsNotDistinct(), index.storage());
	}

	private @Nullable String perhaps(@Nullable String expression) {
		return (expression != null) ? told(expression) : null;
	}

	private String told(String expression) {
		return this.printed.getOrDefault(expression, expression);
	}

}
