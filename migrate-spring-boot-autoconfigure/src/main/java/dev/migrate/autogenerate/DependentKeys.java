package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Foreign keys that stay, but are in the way of a change: they leave before it and come
 * back behind it.
 */
final class DependentKeys {

	private final List<Operation> operations;

	private final Set<String> converted = new HashSet<>();

	private final Set<String> droppedKeys = new HashSet<>();

	private final Set<String> dropped = new HashSet<>();

	private DependentKeys(List<Operation> operations) {
		this.operations = operations;
	}

	/**
	 * Find the keys.
	 * @param operations the operations of a comparison
	 * @param found the schema before them
	 * @param wanted the schema behind them
	 * @return what drops and creates such keys
	 */
	static List<Operation> of(List<Operation> operations, Schema found, Schema wanted) {
		DependentKeys keys = new DependentKeys(operations);
		keys.read();
		List<Operation> further = new ArrayList<>();
		for (Table table : found.tables()) {
			for (ForeignKey key : table.constraints(ForeignKey.class)) {
				String name = Objects.requireNonNull(key.name());
				if (keys.isInTheWay(table.name(), key) && !keys.dropped.contains(table.name() + "." + name)
						&& wanted.table(table.name()).isPresent()) {
					further.add(new DropConstraint(table.name(), name, false, key));
					further.add(new AddConstraint(table.name(), key));
				}
			}
		}
		return further;
	}

	private void read() {
		for (Operation operation : this.operations) {
			if (operation instanceof AlterColumn alter && alter.using() != null) {
				this.converted.add(alter.table() + "." + alter.column());
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

	private boolean isInTheWay(QualifiedName table, ForeignKey key) {
		return this.droppedKeys.contains(key(key.referencedTable(), key.referencedColumns()))
				|| key.columns().stream().anyMatch((column) -> this.converted.contains(table + "." + column))
				|| key.referencedColumns()
					.stream()
					.anyMatch((column) -> this.converted.contains(key.referencedTable() + "." + column));
	}

}
