package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Foreign keys and generated columns that stay, but are in the way of a change: they leave
 * before it and come back behind it.
 */
final class Dependents {

	private static final Pattern WORD = Pattern.compile("\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

	private final List<Operation> operations;

	private final Set<String> changed = new HashSet<>();

	private final Set<String> converted = new HashSet<>();

	private final Set<String> droppedKeys = new HashSet<>();

	private final Set<String> dropped = new HashSet<>();

	private Dependents(List<Operation> operations) {
		this.operations = operations;
	}

	/**
	 * Find them.
	 * @param operations the operations of a comparison
	 * @param found the schema before them
	 * @param wanted the schema behind them
	 * @return what drops and creates them
	 */
	static List<Operation> of(List<Operation> operations, Schema found, Schema wanted) {
		Dependents keys = new Dependents(operations);
		keys.read();
		List<Operation> further = new ArrayList<>();
		for (Table table : found.tables()) {
			for (Column column : table.columns()) {
				if (keys.isInTheWay(table.name(), column)
						&& wanted.table(table.name()).flatMap((other) -> other.column(column.name())).isPresent()) {
					further.add(new DropColumn(table.name(), column.name(), false, column));
					further.add(new AddColumn(table.name(), column, false));
				}
			}
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
			if (operation instanceof AlterColumn alter && alter.type() != null) {
				this.changed.add(alter.table() + "." + alter.column());
				if (alter.using() != null) {
					this.converted.add(alter.table() + "." + alter.column());
				}
			}
			else if (operation instanceof DropColumn drop) {
				this.dropped.add(drop.table() + "." + drop.column());
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
		return column.generated() != null && !this.dropped.contains(table + "." + column.name())
				&& WORD.matcher(column.generated().expression())
					.results()
					.map((word) -> word.group().replace("\"", ""))
					.anyMatch((word) -> this.changed.contains(table + "." + word)
							|| this.changed.contains(table + "." + word.toLowerCase(Locale.ROOT)));
	}

	private boolean isInTheWay(QualifiedName table, ForeignKey key) {
		return this.droppedKeys.contains(key(key.referencedTable(), key.referencedColumns()))
				|| key.columns().stream().anyMatch((column) -> this.converted.contains(table + "." + column))
				|| key.referencedColumns()
					.stream()
					.anyMatch((column) -> this.converted.contains(key.referencedTable() + "." + column));
	}

}
