package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrate.autogenerate.DependentViews.ColumnName;
import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.SetComment;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys, generated columns with their indexes and constraints, and views that
 * stay, but are in the way of a change: they leave before it and come back behind it.
 * That is done also to those that an {@link ObjectFilter} leaves out, since the change is
 * impossible otherwise. A foreign key without name, which cannot be dropped, stays.
 */
final class Dependents {

	private final List<Operation> operations;

	private final Identifiers identifiers;

	/** Columns that change their type. */
	private final Set<ColumnName> changed = new HashSet<>();

	/** Columns that change their type by an expression. */
	private final Set<ColumnName> converted = new HashSet<>();

	/** Columns that are dropped and made anew. */
	private final Set<ColumnName> anew = new HashSet<>();

	/** Columns of types that are made anew, with all but the views that read them. */
	private final Set<ColumnName> rebuilt = new HashSet<>();

	private final Set<ColumnName> droppedColumns = new HashSet<>();

	private final Set<String> droppedKeys = new HashSet<>();

	/** Constraints and indexes that are dropped anyway. */
	private final Set<Part> dropped = new HashSet<>();

	private final Map<Part, Operation> renames = new HashMap<>();

	private Dependents(List<Operation> operations, Identifiers identifiers) {
		this.operations = new ArrayList<>(operations);
		this.identifiers = identifiers;
	}

	/**
	 * Add what drops and creates them.
	 * @param operations the operations of a comparison
	 * @param found the schema before them
	 * @param wanted the schema behind them
	 * @param identifiers how the product writes identifiers
	 * @return the operations and further ones; what is made anew is not renamed, and a
	 * table whose foreign key leaves before it is dropped without that
	 */
	static List<Operation> with(List<Operation> operations, Schema found, Schema wanted, Identifiers identifiers) {
		Dependents dependents = new Dependents(operations, identifiers);
		operations.forEach(dependents::read);
		dependents.addColumns(found, wanted);
		found.tables().forEach(dependents::addParts);
		found.tables().forEach((table) -> dependents.addForeignKeys(table, wanted.table(table.name()).isPresent()));
		Set<ColumnName> read = new HashSet<>(dependents.changed);
		read.addAll(dependents.anew);
		read.addAll(dependents.rebuilt);
		dependents.operations.addAll(new DependentViews(operations, identifiers).of(found.objects(View.class), read));
		return dependents.operations;
	}

	private void read(Operation operation) {
		if (operation instanceof AlterColumn alter && alter.type() != null) {
			ColumnName column = new ColumnName(alter.table(), alter.column());
			this.changed.add(column);
			if (alter.using() != null) {
				this.converted.add(column);
			}
		}
		else if (operation instanceof RebuildEnumType rebuild) {
			rebuild.uses().forEach((use) -> this.rebuilt.add(new ColumnName(use.table(), use.column())));
		}
		else if (operation instanceof AddEnumValue add && add.undo() != null) {
			read(add.undo());
		}
		else if (operation instanceof DropColumn drop) {
			this.droppedColumns.add(new ColumnName(drop.table(), drop.column()));
		}
		else if (operation instanceof AddColumn add) {
			ColumnName column = new ColumnName(add.table(), add.column().name());
			if (this.droppedColumns.contains(column)) {
				this.anew.add(column);
			}
		}
		else {
			readPart(operation);
		}
	}

	private void readPart(Operation operation) {
		if (operation instanceof DropConstraint drop) {
			this.dropped.add(new Part(drop.table(), drop.name()));
			readKey(drop.table(), drop.was());
		}
		else if (operation instanceof DropIndex drop && drop.table() != null) {
			this.dropped.add(new Part(drop.table().sibling(drop.index().name()), ""));
			readKey(drop.table(), drop.was());
		}
		else if (operation instanceof RenameConstraint rename) {
			this.renames.put(new Part(rename.table(), rename.name()), rename);
		}
		else if (operation instanceof RenameIndex rename) {
			this.renames.put(new Part(rename.name(), ""), rename);
		}
	}

	private void readKey(QualifiedName table, @Nullable Constraint was) {
		if (was instanceof PrimaryKey key) {
			this.droppedKeys.add(key(table, key.columns()));
		}
		else if (was instanceof UniqueConstraint unique) {
			this.droppedKeys.add(key(table, unique.columns()));
		}
	}

	private void readKey(QualifiedName table, @Nullable Index was) {
		if (was != null && was.unique()) {
			this.droppedKeys.add(key(table, was.columns()));
		}
	}

	private static String key(QualifiedName table, List<String> columns) {
		return table + " " + new TreeSet<>(columns);
	}

	private void addColumns(Schema found, Schema wanted) {
		for (Table table : found.tables()) {
			for (Column column : table.columns()) {
				if (isInTheWay(table.name(), column)
						&& wanted.table(table.name()).flatMap((other) -> other.column(column.name())).isPresent()) {
					this.operations.add(new DropColumn(table.name(), column.name(), false, column));
					this.operations.add(new AddColumn(table.name(), takeChanges(table.name(), column), false));
					this.anew.add(new ColumnName(table.name(), column.name()));
				}
			}
		}
	}

	/** What is made anew is made as it shall be: nothing is left to change in it. */
	private Column takeChanges(QualifiedName table, Column column) {
		Column changed = column;
		for (Operation operation : List.copyOf(this.operations)) {
			if (operation instanceof AlterColumn alter && alter.table().equals(table)
					&& alter.column().equals(column.name()) && alter.newName() == null) {
				changed = new Column(column.name(), (alter.type() != null) ? alter.type() : changed.type(),
						(alter.nullable() != null) ? alter.nullable() : changed.nullable(), null, null,
						changed.generated(), changed.collation(), changed.comment());
				this.operations.remove(operation);
			}
			else if (operation instanceof SetComment set && set.table().equals(table)
					&& column.name().equals(set.column())) {
				changed = new Column(column.name(), changed.type(), changed.nullable(), null, null, changed.generated(),
						changed.collation(), set.comment());
				this.operations.remove(operation);
			}
			else if (operation instanceof DataStep step && step.table().equals(table)
					&& step.column().equals(column.name())) {
				this.operations.remove(operation);
			}
		}
		return changed;
	}

	private boolean isInTheWay(QualifiedName table, Column column) {
		if (column.generated() == null || this.droppedColumns.contains(new ColumnName(table, column.name()))) {
			return false;
		}
		Words words = Words.of(column.generated().expression(), this.identifiers);
		return this.changed.stream().anyMatch((other) -> other.table().equals(table) && words.contain(other.column()));
	}

	/** The indexes and constraints of columns that are made anew. */
	private void addParts(Table table) {
		List<String> columns = table.columns()
			.stream()
			.map(Column::name)
			.filter((column) -> this.anew.contains(new ColumnName(table.name(), column)))
			.toList();
		if (columns.isEmpty()) {
			return;
		}
		for (Constraint constraint : table.constraints()) {
			if (!(constraint instanceof ForeignKey) && concerns(constraint, columns)) {
				addConstraint(table, constraint);
			}
		}
		for (Index index : table.indexes()) {
			Part part = new Part(table.name().sibling(index.name()), "");
			if (!this.dropped.contains(part) && concerns(index, columns)) {
				Operation rename = this.renames.get(part);
				this.operations.remove(rename);
				this.operations.add(new DropIndex(table.name().sibling(index.name()), false, table.name(), index));
				this.operations.add(new CreateIndex(table.name(),
						(rename instanceof RenameIndex renamed) ? named(index, renamed.newName()) : index, false));
				readKey(table.name(), index);
			}
		}
	}

	private static Index named(Index index, String name) {
		return new Index(name, index.elements(), index.unique(), index.where(), index.method(), index.include(),
				index.nullsNotDistinct(), index.storage());
	}

	private void addConstraint(Table table, Constraint constraint) {
		String name = constraint.name();
		if (name == null || this.dropped.contains(new Part(table.name(), name))) {
			return;
		}
		Operation rename = this.renames.get(new Part(table.name(), name));
		this.operations.remove(rename);
		this.operations.add(new DropConstraint(table.name(), name, false, constraint));
		this.operations.add(new AddConstraint(table.name(),
				(rename instanceof RenameConstraint renamed) ? constraint.named(renamed.newName()) : constraint));
		readKey(table.name(), constraint);
	}

	private boolean concerns(Constraint constraint, List<String> columns) {
		if (constraint instanceof PrimaryKey key) {
			return Stream.concat(key.columns().stream(), key.include().stream()).anyMatch(columns::contains);
		}
		if (constraint instanceof UniqueConstraint unique) {
			return Stream.concat(unique.columns().stream(), unique.include().stream()).anyMatch(columns::contains);
		}
		if (constraint instanceof ExclusionConstraint exclusion) {
			return exclusion.elements().stream().anyMatch((element) -> concerns(element.value(), columns))
					|| concerns(exclusion.where(), columns);
		}
		return constraint instanceof CheckConstraint check && concerns(check.condition(), columns);
	}

	private boolean concerns(Index index, List<String> columns) {
		return index.elements().stream().anyMatch((element) -> concerns(element, columns))
				|| index.include().stream().anyMatch(columns::contains) || concerns(index.where(), columns);
	}

	private boolean concerns(IndexElement element, List<String> columns) {
		return element.expression() ? concerns(element.text(), columns) : columns.contains(element.text());
	}

	private boolean concerns(@Nullable String text, List<String> columns) {
		return text != null && columns.stream().anyMatch(Words.of(text, this.identifiers)::contain);
	}

	private void addForeignKeys(Table table, boolean stays) {
		for (ForeignKey key : table.constraints(ForeignKey.class)) {
			if (isInTheWay(table.name(), key)) {
				if (stays) {
					addConstraint(table, key);
				}
				else if (key.name() != null) {
					dropBefore(table.name(), key, key.name());
				}
			}
		}
	}

	private boolean isInTheWay(QualifiedName table, ForeignKey key) {
		return this.droppedKeys.contains(key(key.referencedTable(), key.referencedColumns()))
				|| isAmong(this.converted, table, key.columns()) || isAmong(this.anew, table, key.columns())
				|| isAmong(this.converted, key.referencedTable(), key.referencedColumns());
	}

	private static boolean isAmong(Set<ColumnName> names, QualifiedName table, List<String> columns) {
		return columns.stream().anyMatch((column) -> names.contains(new ColumnName(table, column)));
	}

	/** The table is dropped without the key, so that the way back makes it once. */
	private void dropBefore(QualifiedName name, ForeignKey key, String keyName) {
		for (int i = 0; i < this.operations.size(); i++) {
			if (this.operations.get(i) instanceof DropTable drop && drop.table().equals(name) && drop.was() != null) {
				Table was = drop.was();
				Table without = new Table(was.name(), was.columns(),
						was.constraints().stream().filter((constraint) -> !constraint.equals(key)).toList(),
						was.indexes(), was.comment(), was.options());
				this.operations.set(i, new DropTable(name, drop.ifExists(), drop.cascade(), without));
				this.operations.add(new DropConstraint(name, keyName, false, key));
				return;
			}
		}
	}

	/** A constraint by its table and name, or an index by its name alone. */
	private record Part(QualifiedName owner, String name) {

	}

}
