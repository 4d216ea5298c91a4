package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RebuildEnumType.Use;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * What compares columns of an enumerated type, and so cannot stay while the type is made
 * anew.
 */
final class EnumUses {

	private final Schema found;

	private final Identifiers identifiers;

	private final Set<String> dropped = new HashSet<>();

	private final Map<String, String> renamed = new HashMap<>();

	private EnumUses(Schema found, Identifiers identifiers) {
		this.found = found;
		this.identifiers = identifiers;
	}

	/**
	 * Say of each type that is made anew what has to leave before it.
	 * @param differences the differences
	 * @param found the schema before them
	 * @param identifiers how the product writes identifiers
	 * @return the differences with complete operations
	 */
	static List<Difference> complete(List<Difference> differences, Schema found, Identifiers identifiers) {
		EnumUses uses = new EnumUses(found, identifiers);
		differences.forEach((difference) -> difference.operations().forEach(uses::read));
		return differences.stream()
			.map((difference) -> new Difference(difference.kind(), difference.object(), difference.text(),
					difference.operations().stream().map(uses::complete).toList()))
			.toList();
	}

	/** These operations come first. */
	private void read(Operation operation) {
		if (operation instanceof DropIndex drop) {
			this.dropped.add(key(drop.index()));
		}
		else if (operation instanceof DropConstraint drop) {
			this.dropped.add(key(drop.table(), drop.name()));
		}
		else if (operation instanceof RenameIndex rename) {
			this.renamed.put(key(rename.name()), rename.newName());
		}
		else if (operation instanceof RenameConstraint rename) {
			this.renamed.put(key(rename.table(), rename.name()), rename.newName());
		}
	}

	private static String key(QualifiedName index) {
		return "index " + index;
	}

	private static String key(QualifiedName table, @Nullable String constraint) {
		return table + " " + constraint;
	}

	private Operation complete(Operation operation) {
		if (operation instanceof RebuildEnumType rebuild) {
			return complete(rebuild);
		}
		return (operation instanceof AddEnumValue add && add.undo() != null) ? new AddEnumValue(add.type(), add.value(),
				add.neighbour(), add.before(), add.ifNotExists(), complete(add.undo())) : operation;
	}

	private RebuildEnumType complete(RebuildEnumType rebuild) {
		List<Use> uses = new ArrayList<>();
		Set<QualifiedName> tables = new HashSet<>();
		for (Use use : rebuild.uses()) {
			// With the first column of a table comes what compares any of them
			Table table = tables.add(use.table()) ? this.found.table(use.table()).orElse(null) : null;
			uses.add((table != null) ? use.with(dependents(table, rebuild.uses()).toArray(TableElement[]::new)) : use);
		}
		return new RebuildEnumType(rebuild.type(), uses, rebuild.casts(), rebuild.was());
	}

	private List<TableElement> dependents(Table table, List<Use> uses) {
		Set<String> columns = new HashSet<>();
		uses.stream().filter((use) -> use.table().equals(table.name())).forEach((use) -> columns.add(use.column()));
		List<Column> generated = table.columns()
			.stream()
			.filter((column) -> column.generated() != null
					&& (columns.contains(column.name()) || name(column.generated().expression(), columns)))
			.toList();
		Set<String> leaving = new HashSet<>(generated.stream().map(Column::name).toList());
		columns.addAll(leaving);
		List<TableElement> dependents = new ArrayList<>(generated);
		for (Constraint constraint : table.constraints()) {
			String key = key(table.name(), constraint.name());
			if (constraint.name() != null && !this.dropped.contains(key) && isInTheWay(constraint, columns, leaving)) {
				dependents.add(constraint.named(this.renamed.getOrDefault(key, constraint.name())));
			}
		}
		for (Index index : table.indexes()) {
			String key = key(table.name().sibling(index.name()));
			if (!this.dropped.contains(key) && (name(index.where(), columns)
					|| index.include().stream().anyMatch(leaving::contains)
					|| index.elements().stream().anyMatch((element) -> isInTheWay(element, columns, leaving)))) {
				dependents.add(renamed(index, this.renamed.getOrDefault(key, index.name())));
			}
		}
		return dependents;
	}

	private boolean isInTheWay(Constraint constraint, Set<String> columns, Set<String> leaving) {
		if (constraint instanceof CheckConstraint check) {
			return name(check.condition(), columns);
		}
		if (constraint instanceof ExclusionConstraint exclusion) {
			return name(exclusion.where(), columns) || exclusion.elements()
				.stream()
				.anyMatch((element) -> isInTheWay(element.value(), columns, leaving));
		}
		List<String> keys = (constraint instanceof UniqueConstraint unique) ? unique.columns()
				: (constraint instanceof PrimaryKey key) ? key.columns() : List.of();
		return keys.stream().anyMatch(leaving::contains);
	}

	private boolean isInTheWay(IndexElement element, Set<String> columns, Set<String> leaving) {
		return element.expression() ? name(element.text(), columns) : leaving.contains(element.text());
	}

	private boolean name(@Nullable String expression, Set<String> columns) {
		return expression != null && columns.stream().anyMatch(Words.of(expression, this.identifiers)::contain);
	}

	private static Index renamed(Index index, String name) {
		return new Index(name, index.elements(), index.unique(), index.where(), index.method(), index.include(),
				index.nullsNotDistinct(), index.storage());
	}

}
