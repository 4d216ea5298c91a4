package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;

/**
 * Foreign keys, generated columns and views that stay, but are in the way of a change:
 * they leave before it and come back behind it.
 */
final class Dependents {

	private final List<Operation> operations;

	private final Identifiers identifiers;

	private final List<Changed> changed = new ArrayList<>();

	private final Set<QualifiedName> droppedViews = new HashSet<>();

	private final Set<String> converted = new HashSet<>();

	private final Set<String> droppedKeys = new HashSet<>();

	private final Set<String> dropped = new HashSet<>();

	private Dependents(List<Operation> operations, Identifiers identifiers) {
		this.operations = operations;
		this.identifiers = identifiers;
	}

	/**
	 * Find them.
	 * @param operations the operations of a comparison
	 * @param found the schema before them
	 * @param wanted the schema behind them
	 * @param identifiers how the product writes identifiers
	 * @return what drops and creates them
	 */
	static List<Operation> of(List<Operation> operations, Schema found, Schema wanted, Identifiers identifiers) {
		Dependents dependents = new Dependents(operations, identifiers);
		dependents.read();
		List<Operation> further = new ArrayList<>();
		for (Table table : found.tables()) {
			for (Column column : table.columns()) {
				if (dependents.isInTheWay(table.name(), column)
						&& wanted.table(table.name()).flatMap((other) -> other.column(column.name())).isPresent()) {
					further.add(new DropColumn(table.name(), column.name(), false, column));
					further.add(new AddColumn(table.name(), column, false));
				}
			}
			for (ForeignKey key : table.constraints(ForeignKey.class)) {
				String name = Objects.requireNonNull(key.name());
				if (dependents.isInTheWay(table.name(), key) && !dependents.dropped.contains(table.name() + "." + name)
						&& wanted.table(table.name()).isPresent()) {
					further.add(new DropConstraint(table.name(), name, false, key));
					further.add(new AddConstraint(table.name(), key));
				}
			}
		}
		for (View view : found.objects(View.class)) {
			if (dependents.isInTheWay(view)) {
				further.add(new DropView(view.name(), false, view));
				further.add(new CreateView(view));
			}
		}
		return further;
	}

	private void read() {
		for (Operation operation : this.operations) {
			if (operation instanceof AlterColumn alter && alter.type() != null) {
				this.changed.add(new Changed(alter.table(), alter.column()));
				if (alter.using() != null) {
					this.converted.add(alter.table() + "." + alter.column());
				}
			}
			else if (operation instanceof DropColumn drop) {
				this.dropped.add(drop.table() + "." + drop.column());
			}
			else if (operation instanceof DropView drop) {
				this.droppedViews.add(drop.view());
			}
			else if (operation instanceof DropConstraint drop) {
				this.dropped.add(drop.table() + "." + drop.name());
				Constraint was = drop.was();
				if (was instanceof PrimaryKey key) {
					this.droppedKeys.add(key(drop.table(), key.columns()));
				}
				else if (was instanceof UniqueConstraint unique) {
					this.droppedKeys.add(key(drop.table(), unique.columns()));
				}
			}
		}
	}

	private static String key(QualifiedName table, List<String> columns) {
		return table + " " + new TreeSet<>(columns);
	}

	private boolean isInTheWay(QualifiedName table, Column column) {
		if (column.generated() == null || this.dropped.contains(table + "." + column.name())) {
			return false;
		}
		Words words = Words.of(column.generated().expression(), this.identifiers);
		return this.changed.stream().anyMatch((other) -> other.table().equals(table) && words.contain(other.column()));
	}

	private boolean isInTheWay(View view) {
		if (this.droppedViews.contains(view.name())) {
			return false;
		}
		Words words = Words.of(view.query(), this.identifiers);
		return this.changed.stream()
			.anyMatch((column) -> words.contain(column.table().name()) && words.contain(column.column()));
	}

	private boolean isInTheWay(QualifiedName table, ForeignKey key) {
		return this.droppedKeys.contains(key(key.referencedTable(), key.referencedColumns()))
				|| key.columns().stream().anyMatch((column) -> this.converted.contains(table + "." + column))
				|| key.referencedColumns()
					.stream()
					.anyMatch((column) -> this.converted.contains(key.referencedTable() + "." + column));
	}

	/** A column that changes its type. */
	private record Changed(QualifiedName table, String column) {

	}

}
