package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrate.dialect.TypeNames;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;

/**
 * What operations make of a table: values in, values out.
 */
final class TableChanges {

	private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

	private final DefinitionParser parser;

	private final TypeNames types;

	private final SqliteElementWriter elements;

	TableChanges(DefinitionParser parser, TypeNames types, SqliteElementWriter elements) {
		this.parser = parser;
		this.types = types;
		this.elements = elements;
	}

	/**
	 * Apply an operation.
	 * @param rebuild the changes up to here
	 * @param operation one that changes a column or constraint of the table
	 * @return the changes with those of the operation
	 * @throws IllegalArgumentException if the table does not have what is to be changed,
	 * or has what is to be added
	 */
	TableRebuild apply(TableRebuild rebuild, Operation operation) {
		TableDefinition table = rebuild.after();
		if (operation instanceof AddColumn add) {
			return addColumn(rebuild, add.column());
		}
		if (operation instanceof AlterColumn alter) {
			TableRebuild altered = rebuild.withTable(alterColumn(table, alter));
			return (alter.using() != null) ? altered.withValue(alter.column(), alter.using()) : altered;
		}
		if (operation instanceof DropColumn drop) {
			return rebuild.withTable(dropColumn(table, drop.column()));
		}
		if (operation instanceof AddConstraint add) {
			return rebuild.withTable(addConstraint(table, add.constraint()));
		}
		return rebuild.withTable(dropConstraint(table, ((DropConstraint) operation).name()));
	}

	private TableRebuild addColumn(TableRebuild rebuild, Column column) {
		TableDefinition table = rebuild.after();
		if (table.column(column.name()).isPresent()) {
			throw new IllegalArgumentException(
					"Table '%s' has a column '%s' already".formatted(table.name(), column.name()));
		}
		List<ColumnDefinition> columns = new ArrayList<>(table.columns());
		columns.add(this.parser.column(this.elements.column(column)));
		TableRebuild added = rebuild.withTable(table.withColumns(columns));
		if (rebuild.before().column(column.name()).isEmpty()) {
			return added;
		}
		// The column of that name, which was dropped before, is another one
		String value = column.defaultExpression();
		return added.withValue(column.name(), (value != null) ? value : "NULL");
	}

	private TableDefinition alterColumn(TableDefinition table, AlterColumn alter) {
		ColumnDefinition column = required(table, alter.column());
		if (alter.type() != null) {
			column = column.withType(type(table, column, this.types.write(alter.type())));
		}
		if (alter.defaultChange() != null) {
			column = column.without(Clause.Kind.DEFAULT);
			String expression = alter.defaultChange().expression();
			if (expression != null) {
				column = column.with(clause("DEFAULT " + this.elements.defaultExpression(expression)));
			}
		}
		if (alter.nullable() != null) {
			column = column.without(Clause.Kind.NOT_NULL, Clause.Kind.NULL);
			column = alter.nullable() ? column : column.with(clause("NOT NULL"));
		}
		ColumnDefinition altered = column;
		return table.change(alter.column(), (old) -> altered);
	}

	/** A type that keeps what the column is: another name of the row id, or not. */
	private static String type(TableDefinition table, ColumnDefinition column, String type) {
		if (table.isRowId(column)) {
			return INTEGERS.contains(type) ? column.type() : type;
		}
		return (table.isPrimaryKey(column) && type.equals("integer")) ? "int" : type;
	}

	private Clause clause(String text) {
		return this.parser.column("c " + text).clauses().get(0);
	}

	static ColumnDefinition required(TableDefinition table, String column) {
		return table.column(column)
			.orElseThrow(() -> new IllegalArgumentException(
					"Table '%s' has no column '%s'".formatted(table.name(), column)));
	}

	private TableDefinition dropColumn(TableDefinition table, String column) {
		required(table, column);
		List<ColumnDefinition> columns = table.columns()
			.stream()
			.filter((candidate) -> !candidate.isNamed(column))
			.map((candidate) -> new ColumnDefinition(candidate.name(), candidate.nameText(), candidate.type(),
					withoutThoseOf(candidate.clauses(), column)))
			.toList();
		return table.withColumns(columns).withConstraints(withoutThoseOf(table.constraints(), column));
	}

	private List<Clause> withoutThoseOf(List<Clause> clauses, String column) {
		return clauses.stream()
			.filter((clause) -> clause.kind() == Clause.Kind.GENERATED || !involves(clause, column))
			.toList();
	}

	/**
	 * Whether a clause has to do with a column.
	 * @param clause the clause
	 * @param column the name of the column
	 * @return whether it lists the column or computes something from it
	 */
	boolean involves(Clause clause, String column) {
		return clause.columns().stream().anyMatch(column::equalsIgnoreCase)
				|| this.parser.mentions(clause.computed(), column);
	}

	private TableDefinition addConstraint(TableDefinition table, Constraint constraint) {
		String name = constraint.name();
		if (name != null && table.clauses().anyMatch((clause) -> clause.isNamed(name))) {
			throw new IllegalArgumentException(
					"Table '%s' has a constraint '%s' already".formatted(table.name(), name));
		}
		TableDefinition changed = table;
		if (constraint instanceof PrimaryKey key) {
			if (!table.primaryKey().isEmpty()) {
				throw new IllegalArgumentException("Table '%s' has a primary key already".formatted(table.name()));
			}
			for (String column : key.columns()) {
				required(table, column);
				changed = changed.change(column, (old) -> keyColumn(old, key));
			}
		}
		List<Clause> constraints = new ArrayList<>(changed.constraints());
		constraints.add(this.parser.constraint(this.elements.constraint(constraint)));
		return changed.withConstraints(constraints);
	}

	private ColumnDefinition keyColumn(ColumnDefinition column, PrimaryKey key) {
		ColumnDefinition required = column.without(Clause.Kind.NULL);
		if (!required.has(Clause.Kind.NOT_NULL)) {
			required = required.with(clause("NOT NULL"));
		}
		boolean rowId = key.columns().size() == 1 && column.type().equalsIgnoreCase("integer");
		return rowId ? required.withType("int") : required;
	}

	private static TableDefinition dropConstraint(TableDefinition table, String name) {
		if (table.clauses().noneMatch((clause) -> clause.isNamed(name))) {
			String names = table.clauses()
				.map(Clause::name)
				.filter((known) -> known != null)
				.collect(Collectors.joining(", "));
			throw new IllegalArgumentException("Table '%s' has no constraint '%s', it has %s".formatted(table.name(),
					name, names.isEmpty() ? "none with a name" : names));
		}
		List<ColumnDefinition> columns = table.columns()
			.stream()
			.map((column) -> new ColumnDefinition(column.name(), column.nameText(), column.type(),
					without(column.clauses(), name)))
			.toList();
		return table.withColumns(columns).withConstraints(without(table.constraints(), name));
	}

	private static List<Clause> without(List<Clause> clauses, String name) {
		return clauses.stream().filter((clause) -> !clause.isNamed(name)).toList();
	}

}
