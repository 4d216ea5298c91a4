package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.UniqueConstraint;

/**
 * The columns that a batch has given other names up to some change of it. The table has
 * their old names until it is made anew, so later changes are told with those.
 */
final class RenamedColumns {

	private final QualifiedName table;

	private final DefinitionParser parser;

	private final Identifiers identifiers;

	private final Map<String, String> oldNames = new HashMap<>();

	RenamedColumns(QualifiedName table, DefinitionParser parser, Identifiers identifiers) {
		this.table = table;
		this.parser = parser;
		this.identifiers = identifiers;
	}

	void rename(String column, String newName) {
		String old = old(column);
		this.oldNames.remove(key(column));
		this.oldNames.put(key(newName), old);
	}

	boolean isEmpty() {
		return this.oldNames.isEmpty();
	}

	/**
	 * Tell a change with the old names.
	 * @param change a change with the names that the columns have when it is performed
	 * @return the change
	 * @throws IllegalArgumentException if it drops a column that was renamed, or adds one
	 * with the old name of such a column
	 */
	TableChange told(TableChange change) {
		if (isEmpty()) {
			return change;
		}
		if (change instanceof AddColumn add) {
			return new AddColumn(add.table(), told(add.column()), add.ifNotExists());
		}
		if (change instanceof AlterColumn alter) {
			return new AlterColumn(alter.table(), old(alter.column()), alter.type(),
					(alter.using() != null) ? told(alter.using()) : null, alter.nullable(), alter.defaultChange(),
					alter.commentChange(), alter.newName(), alter.was());
		}
		if (change instanceof DropColumn drop && this.oldNames.containsKey(key(drop.column()))) {
			throw new IllegalArgumentException(
					"The batch of table '%s' renames column '%s', and drops it".formatted(this.table, drop.column()));
		}
		return (change instanceof AddConstraint add) ? new AddConstraint(add.table(), told(add.constraint())) : change;
	}

	private Column told(Column column) {
		if (this.oldNames.values().stream().anyMatch(column.name()::equalsIgnoreCase)) {
			throw new IllegalArgumentException(
					("The batch of table '%s' renames column '%2$s', and adds another '%2$s': "
							+ "on SQLite that needs two batches")
						.formatted(this.table, column.name()));
		}
		GeneratedExpression generated = column.generated();
		return (generated == null) ? column
				: new Column(column.name(), column.type(), column.nullable(), column.defaultExpression(),
						column.identity(), new GeneratedExpression(told(generated.expression()), generated.stored()),
						column.collation(), column.comment());
	}

	private Constraint told(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return new PrimaryKey(key.name(), old(key.columns()), key.include(), key.deferral());
		}
		if (constraint instanceof UniqueConstraint unique) {
			return new UniqueConstraint(unique.name(), old(unique.columns()), unique.nullsNotDistinct(),
					unique.include(), unique.deferral());
		}
		if (constraint instanceof CheckConstraint check) {
			return new CheckConstraint(check.name(), told(check.condition()), check.noInherit(), check.notValid());
		}
		if (constraint instanceof ForeignKey key) {
			boolean toItself = key.referencedTable().name().equalsIgnoreCase(this.table.name());
			return new ForeignKey(key.name(), old(key.columns()), key.referencedTable(),
					toItself ? old(key.referencedColumns()) : key.referencedColumns(), key.onDelete(), key.onUpdate(),
					key.matchFull(), key.deferral(), key.notValid());
		}
		return constraint;
	}

	private String told(String expression) {
		return this.parser.withNames(expression,
				(name) -> this.oldNames.containsKey(key(name)) ? this.identifiers.quote(old(name)) : null);
	}

	private List<String> old(List<String> columns) {
		List<String> old = new ArrayList<>();
		columns.forEach((column) -> old.add(old(column)));
		return old;
	}

	private String old(String column) {
		return this.oldNames.getOrDefault(key(column), column);
	}

	private static String key(String column) {
		return column.toLowerCase(Locale.ROOT);
	}

}
