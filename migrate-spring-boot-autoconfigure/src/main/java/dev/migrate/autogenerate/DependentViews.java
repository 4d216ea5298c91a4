package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.View;

/**
 * Views that read what changes, or a view that leaves. One that reads a column which is
 * dropped for good stays: how it should read from then on, nobody has said, so the
 * database refuses to drop the column.
 */
final class DependentViews {

	private final Identifiers identifiers;

	private final Map<QualifiedName, QualifiedName> oldTables = new HashMap<>();

	private final Map<ColumnName, String> oldColumns = new HashMap<>();

	private final Set<QualifiedName> leaving = new HashSet<>();

	/**
	 * Read what becomes of views anyway.
	 * @param operations the operations of a comparison
	 * @param identifiers how the product writes identifiers
	 */
	DependentViews(List<Operation> operations, Identifiers identifiers) {
		this.identifiers = identifiers;
		for (Operation operation : operations) {
			if (operation instanceof RenameTable rename) {
				this.oldTables.put(rename.table().sibling(rename.newName()), rename.table());
			}
			else if (operation instanceof AlterColumn alter && alter.newName() != null) {
				this.oldColumns.put(new ColumnName(alter.table(), alter.newName()), alter.column());
			}
			else if (operation instanceof DropView drop) {
				this.leaving.add(drop.view());
			}
		}
	}

	/**
	 * Find them.
	 * @param views the views that there are; their queries name tables as they are before
	 * renames
	 * @param changed the columns that change, by their names after renames
	 * @return what drops and creates them
	 */
	List<Operation> of(List<View> views, Set<ColumnName> changed) {
		List<Operation> operations = new ArrayList<>();
		int before;
		do {
			before = this.leaving.size();
			for (View view : views) {
				if (!this.leaving.contains(view.name()) && isInTheWay(view, changed)) {
					this.leaving.add(view.name());
					operations.add(new DropView(view.name(), false, view));
					operations.add(new CreateView(renamed(view)));
				}
			}
		}
		while (this.leaving.size() > before);
		return operations;
	}

	private boolean isInTheWay(View view, Set<ColumnName> changed) {
		Words words = Words.of(view.query(), this.identifiers);
		return this.leaving.stream().anyMatch((other) -> words.contain(other.name())) || changed.stream()
			.anyMatch((column) -> words.contain(this.oldTables.getOrDefault(column.table(), column.table()).name())
					&& words.contain(this.oldColumns.getOrDefault(column, column.column())));
	}

	/** The names of columns stay, since columns of the view may be named after them. */
	private View renamed(View view) {
		String query = view.query();
		for (Map.Entry<QualifiedName, QualifiedName> renamed : this.oldTables.entrySet()) {
			query = Words.replace(query, renamed.getValue().name(), renamed.getKey().name(), this.identifiers);
		}
		return new View(view.name(), query, view.comment());
	}

	/**
	 * A column of a table.
	 *
	 * @param table the table
	 * @param column the column
	 */
	record ColumnName(QualifiedName table, String column) {

	}

}
