package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrate.autogenerate.PartMatch.Pair;
import dev.migrate.autogenerate.TableMatch.ColumnPair;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Feature;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType.Raw;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * What a table that is found and wanted differs in, and the operations that change it.
 */
final class TableDifferences {

	private final Dialect dialect;

	private final ObjectFilter filter;

	private final Set<String> inventedNames;

	private final ConstraintNames names;

	private final List<Difference> differences = new ArrayList<>();

	TableDifferences(Dialect dialect, ObjectFilter filter, Set<String> inventedNames, ConstraintNames names) {
		this.dialect = dialect;
		this.filter = filter;
		this.inventedNames = inventedNames;
		this.names = names;
	}

	List<Difference> differences() {
		return this.differences;
	}

	void compare(TableMatch match) {
		Table wanted = match.wanted().written();
		columns(match);
		match.constraints().removed().forEach((constraint) -> removed(wanted.name(), constraint));
		match.constraints().added().forEach((constraint) -> added(wanted.name(), constraint));
		Set<String> taken = taken(match);
		match.constraints().pairs().forEach((pair) -> constraint(wanted.name(), pair, taken));
		for (Index index : match.indexes().removed()) {
			add("remove_index", wanted.name(), index.name(),
					"removed index '%s' on '%s'".formatted(index.name(), on(wanted.name(), index)),
					List.of(drop(wanted.name(), index)));
		}
		for (Index index : match.indexes().added()) {
			add("add_index", wanted.name(), index.name(),
					"added index '%s' on '%s'".formatted(index.name(), on(wanted.name(), index)),
					List.of(new CreateIndex(wanted.name(), index, false)));
		}
		match.indexes().pairs().forEach((pair) -> index(wanted.name(), pair, taken));
		Table found = match.found().written();
		if (!Objects.equals(found.comment(), wanted.comment())) {
			add("modify_table_comment", wanted.name(), wanted.name().toString(),
					"table comment '%s'".formatted(wanted.name()), List.of(new SetComment(wanted.name(), null,
							wanted.comment(), new SetComment.Before(found.comment()))));
		}
	}

	/** Names that are free only when what has them now has another. */
	private static Set<String> taken(TableMatch match) {
		Set<String> taken = new HashSet<>();
		match.constraints().pairs().forEach((pair) -> taken.add(Objects.toString(pair.found().name(), "")));
		match.indexes().pairs().forEach((pair) -> taken.add(pair.found().name()));
		return taken;
	}

	private void columns(TableMatch match) {
		ColumnDifferences columns = new ColumnDifferences(this.dialect, this.differences);
		Table found = match.found().written();
		Table wanted = match.wanted().written();
		for (int i = 0; i < wanted.columns().size(); i++) {
			Column column = wanted.columns().get(i);
			if (found.column(column.name()).isEmpty() && includes("column", wanted.name(), column.name())) {
				columns.added(wanted.name(),
						(column.type() instanceof Raw) ? match.wanted().form().table().columns().get(i) : column);
			}
		}
		for (Column column : found.columns()) {
			if (wanted.column(column.name()).isEmpty() && includes("column", wanted.name(), column.name())) {
				columns.removed(wanted.name(), column);
			}
		}
		for (ColumnPair pair : match.columns()) {
			if (includes("column", wanted.name(), pair.found().name())) {
				columns.changed(pair);
			}
		}
	}

	private void removed(QualifiedName table, Constraint constraint) {
		String text = "removed %s".formatted(text(table, constraint));
		if (constraint.name() != null) {
			add("remove_" + kind(constraint), table, constraint.name(), text, List.of(drop(table, constraint)));
		}
		else {
			// On SQLite only: there is nothing to drop it by
			add("remove_" + kind(constraint), table, "",
					text + "; it has no name, so the revision has to make the table anew by hand", List.of());
		}
	}

	private void added(QualifiedName table, Constraint constraint) {
		add("add_" + kind(constraint), table, Objects.toString(constraint.name(), ""),
				"added %s".formatted(text(table, constraint)),
				List.of(new AddConstraint(table, this.names.named(table, constraint))));
	}

	private static DropConstraint drop(QualifiedName table, Constraint constraint) {
		return new DropConstraint(table, Objects.requireNonNull(constraint.name()), false, constraint);
	}

	private static DropIndex drop(QualifiedName table, Index index) {
		return new DropIndex(table.sibling(index.name()), false, table, index);
	}

	private void constraint(QualifiedName table, Pair<Constraint> pair, Set<String> taken) {
		String name = pair.found().name();
		String newName = pair.wanted().name();
		if (name == null) {
			// On SQLite only: it needs none
			return;
		}
		if (newName != null && !newName.equals(name) && !this.inventedNames.contains(newName)) {
			List<Operation> operations = (has(Feature.RENAME_CONSTRAINT) && !taken.contains(newName))
					? List.of(new RenameConstraint(table, name, newName))
					: List.of(drop(table, pair.found()), new AddConstraint(table, pair.wanted()));
			add("rename_" + kind(pair.found()), table, name,
					"renamed constraint '%s' on '%s' to '%s'".formatted(name, table, newName), operations);
		}
		else if (isNotValid(pair.found()) && !isNotValid(pair.wanted())) {
			add("validate_" + kind(pair.found()), table, name,
					"constraint '%s' on '%s' that is not validated".formatted(name, table),
					List.of(new ValidateConstraint(table, name)));
		}
	}

	private static boolean isNotValid(Constraint constraint) {
		return (constraint instanceof ForeignKey key && key.notValid())
				|| (constraint instanceof CheckConstraint check && check.notValid());
	}

	private void index(QualifiedName table, Pair<Index> pair, Set<String> taken) {
		String name = pair.found().name();
		String newName = pair.wanted().name();
		if (!newName.equals(name) && !this.inventedNames.contains(newName)) {
			List<Operation> operations = (has(Feature.RENAME_INDEX) && !taken.contains(newName))
					? List.of(new RenameIndex(table.sibling(name), newName))
					: List.of(drop(table, pair.found()), new CreateIndex(table, pair.wanted(), false));
			add("rename_index", table, name, "renamed index '%s' on '%s' to '%s'".formatted(name, table, newName),
					operations);
		}
	}

	private boolean has(Feature feature) {
		return this.dialect.syntax().features().contains(feature);
	}

	private boolean includes(String kind, QualifiedName table, String part) {
		return this.filter.includes(kind, table, part);
	}

	private void add(String kind, QualifiedName table, String object, String text, List<Operation> operations) {
		String filtered = kind.substring(kind.indexOf('_') + 1);
		if (includes(filtered.equals("table_comment") ? "table" : filtered, table, object)) {
			String name = object.equals(table.toString()) ? object : table + (object.isEmpty() ? "" : "." + object);
			this.differences.add(new Difference(kind, name, text, operations));
		}
	}

	static String kind(Constraint constraint) {
		if (constraint instanceof PrimaryKey) {
			return "primary_key";
		}
		if (constraint instanceof UniqueConstraint) {
			return "unique";
		}
		return (constraint instanceof ForeignKey) ? "foreign_key" : "check";
	}

	private static String text(QualifiedName table, Constraint constraint) {
		if (constraint instanceof ForeignKey key) {
			return "foreign key (%s)(%s) on table %s".formatted(String.join(",", key.columns()),
					String.join(",", key.referencedColumns()), table);
		}
		if (constraint instanceof PrimaryKey key) {
			return "primary key (%s) on '%s'".formatted(String.join(",", key.columns()), table);
		}
		return (constraint instanceof UniqueConstraint unique)
				? "unique constraint (%s) on '%s'".formatted(String.join(",", unique.columns()), table)
				: "check constraint \"%s\" on '%s'".formatted(((CheckConstraint) constraint).condition(), table);
	}

	private static String on(QualifiedName table, Index index) {
		return table + "(" + String.join(",", index.columns()) + ")";
	}

}
