package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterSequenceOwner;
import dev.migrate.operation.CreateCast;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropCast;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropView;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropStructType;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Puts operations in an order that works: renames first; what refers to others leaves
 * before what it refers to changes, and comes behind it; what loses data comes last.
 */
final class OperationOrder {

	private static final int CHANGE_OF_COLUMN = 70;

	private static final Map<Class<?>, Integer> PHASES = new HashMap<>();

	static {
		phase(0, CreateSchema.class);
		phase(5, DropView.class);
		phase(10, RenameTable.class, RenameSequence.class);
		phase(46, RenameConstraint.class, RenameIndex.class);
		phase(50, CreateEnumType.class, AddEnumValue.class, RebuildEnumType.class, CreateSequence.class,
				AlterSequence.class);
		phase(51, CreateStructType.class);
		phase(55, CreateCast.class);
		phase(60, CreateTable.class);
		phase(CHANGE_OF_COLUMN, AddColumn.class);
		phase(85, CreateIndex.class);
		phase(100, DropColumn.class);
		phase(110, DropTable.class);
		phase(115, DropCast.class);
		phase(120, DropSequence.class, DropStructType.class);
		phase(121, DropEnumType.class);
		phase(130, CreateView.class);
	}

	private OperationOrder() {
	}

	private static void phase(int phase, Class<?>... types) {
		for (Class<?> type : types) {
			PHASES.put(type, phase);
		}
	}

	/**
	 * Order operations.
	 * @param operations the operations; those of one phase stay in this order, but for
	 * tables, which are created behind those that they reference and dropped before them
	 * @return the operations, with foreign keys of tables that reference each other apart
	 */
	static List<Operation> sort(List<Operation> operations) {
		Map<QualifiedName, Table> created = new TreeMap<>();
		Map<QualifiedName, Table> dropped = new TreeMap<>();
		Set<String> added = new HashSet<>();
		for (Operation operation : operations) {
			if (operation instanceof CreateTable create) {
				created.put(create.table().name(), create.table());
			}
			else if (operation instanceof DropTable drop && drop.was() != null) {
				dropped.put(drop.table(), drop.was());
			}
			else if (operation instanceof CreateCast cast) {
				added.add(cast.cast().source() + " to " + cast.cast().target());
			}
			else if (operation instanceof AddColumn add) {
				added.add(add.table() + "." + add.column().name());
			}
		}
		List<Operation> sorted = new ArrayList<>(operations);
		sorted.removeIf((operation) -> operation instanceof CreateTable
				|| (operation instanceof DropTable drop && drop.was() != null));
		TableOrder creation = TableOrder.of(created, changed(operations));
		creation.tables().forEach((table) -> sorted.add(new CreateTable(table, false)));
		creation.apart().forEach((table, keys) -> keys.forEach((key) -> sorted.add(new AddConstraint(table, key))));
		TableOrder destruction = TableOrder.of(dropped, Set.of());
		List<Table> last = new ArrayList<>(destruction.tables());
		Collections.reverse(last);
		destruction.apart()
			.forEach((table, keys) -> keys.forEach(
					(key) -> sorted.add(new DropConstraint(table, Objects.requireNonNull(key.name()), false, key))));
		last.forEach((table) -> sorted.add(new DropTable(table.name(), false, false, table)));
		sortStructs(sorted);
		sorted.sort(Comparator.comparingInt((operation) -> phase(operation, added)));
		return sorted;
	}

	private static Set<QualifiedName> changed(List<Operation> operations) {
		Set<QualifiedName> changed = new HashSet<>();
		for (Operation operation : operations) {
			if (operation instanceof TableChange change && change.table() != null) {
				changed.add(change.table());
			}
		}
		return changed;
	}

	private static void sortStructs(List<Operation> operations) {
		List<StructType> created = new ArrayList<>();
		List<StructType> dropped = new ArrayList<>();
		for (Operation operation : operations) {
			if (operation instanceof CreateStructType create) {
				created.add(create.structType());
			}
			else if (operation instanceof DropStructType drop && drop.was() != null) {
				dropped.add(drop.was());
			}
		}
		operations.removeIf((operation) -> operation instanceof CreateStructType
				|| (operation instanceof DropStructType drop && drop.was() != null));
		StructOrder.of(created).forEach((type) -> operations.add(new CreateStructType(type)));
		List<StructType> last = StructOrder.of(dropped);
		Collections.reverse(last);
		last.forEach((type) -> operations.add(new DropStructType(type.name(), false, type)));
	}

	private static int phase(Operation operation, Set<String> added) {
		if (operation instanceof AlterColumn alter && alter.newName() != null) {
			return 20;
		}
		if (operation instanceof DropConstraint drop) {
			return (drop.was() instanceof ForeignKey) ? 30 : isKey(drop.was()) ? 45 : 40;
		}
		if (operation instanceof DropIndex) {
			return 40;
		}
		if (operation instanceof AddConstraint add) {
			return (add.constraint() instanceof ForeignKey) ? 90 : isKey(add.constraint()) ? 80 : 85;
		}
		if (operation instanceof DropColumn drop && added.contains(drop.table() + "." + drop.column())) {
			return 65;
		}
		if (operation instanceof AlterSequenceOwner alter) {
			return (alter.owner() != null) ? 77 : 66;
		}
		if (operation instanceof DropCast cast && added.contains(cast.source() + " to " + cast.target())) {
			return 52;
		}
		if (operation instanceof AddColumn add && add.column().generated() != null) {
			return 75;
		}
		return PHASES.getOrDefault(operation.getClass(), CHANGE_OF_COLUMN);
	}

	private static boolean isKey(@Nullable Constraint constraint) {
		return constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
	}

}
