package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnumType;

/**
 * The operations that take others back: their reverses, from the last to the first, made
 * fit for tables with rows.
 */
final class Downgrade {

	private final Dialect dialect;

	private final List<Operation> operations = new ArrayList<>();

	private Downgrade(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Take operations back.
	 * @param upgrade the operations
	 * @param dialect the product
	 * @return their reverses; an operation without one is left out
	 */
	static List<Operation> of(List<Operation> upgrade, Dialect dialect) {
		Downgrade downgrade = new Downgrade(dialect);
		for (int i = upgrade.size() - 1; i >= 0; i--) {
			Operation operation = upgrade.get(i);
			operation.reverse().ifPresent((reverse) -> downgrade.add(operation, reverse));
		}
		return downgrade.operations;
	}

	private void add(Operation operation, Operation reverse) {
		if (reverse instanceof AddColumn add) {
			this.operations.addAll(NotNull.add(add.table(), add.column(), this.dialect.identifiers()));
		}
		else if (reverse instanceof AlterColumn alter && operation instanceof AlterColumn was) {
			alterColumn(was, alter);
		}
		else {
			if (reverse instanceof RebuildEnumType rebuild) {
				// Of several in a row, the last does the work of all
				int last = this.operations.size() - 1;
				if (last >= 0 && this.operations.get(last) instanceof RebuildEnumType before
						&& before.type().name().equals(rebuild.type().name())) {
					this.operations.remove(last);
				}
			}
			this.operations.add(reverse);
		}
	}

	private void alterColumn(AlterColumn operation, AlterColumn reverse) {
		if (Boolean.FALSE.equals(reverse.nullable())) {
			this.operations.add(DataStep.of(reverse.table(), reverse.column(), this.dialect.identifiers()));
		}
		String using = (operation.type() != null && reverse.type() != null)
				? this.dialect.conversion(reverse.column(), operation.type(), reverse.type()) : null;
		this.operations.add(new AlterColumn(reverse.table(), reverse.column(), reverse.type(), using,
				reverse.nullable(), reverse.defaultChange(), reverse.commentChange(), reverse.newName(),
				(operation.type() != null && operation.was() != null) ? operation.was().type(operation.type()) : null));
	}

}
