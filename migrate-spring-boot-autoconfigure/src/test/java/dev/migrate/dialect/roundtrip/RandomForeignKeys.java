package dev.migrate.dialect.roundtrip;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Feature;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * Adds foreign keys to the tables of a random schema: to earlier and later tables and to
 * their own, each with columns of its own.
 */
final class RandomForeignKeys {

	private final RandomSchema schema;

	RandomForeignKeys(RandomSchema schema) {
		this.schema = schema;
	}

	void addTo(List<Table> tables) {
		for (int i = 0; i < tables.size(); i++) {
			for (int count = this.schema.random().nextInt(3); count > 0; count--) {
				Table target = this.schema.pick(tables);
				List<Constraint> keys = target.constraints()
					.stream()
					.filter(RandomForeignKeys::canBeReferenced)
					.toList();
				if (!keys.isEmpty()) {
					tables.set(i, withKey(tables.get(i), target, this.schema.pick(keys)));
				}
			}
		}
	}

	private static boolean canBeReferenced(Constraint constraint) {
		return (constraint instanceof PrimaryKey key) ? key.deferral() == Deferral.NOT_DEFERRABLE
				: constraint instanceof UniqueConstraint unique && unique.deferral() == Deferral.NOT_DEFERRABLE;
	}

	private Table withKey(Table table, Table target, Constraint key) {
		List<Column> columns = new ArrayList<>(table.columns());
		List<Constraint> constraints = new ArrayList<>(table.constraints());
		List<String> referencing = new ArrayList<>();
		List<String> referenced = columns(key);
		for (String name : referenced) {
			Column model = target.column(name).orElseThrow();
			Column column = Column.column(this.schema.freshName(), model.type());
			columns.add((model.collation() != null) ? column.collate(model.collation()) : column);
			referencing.add(column.name());
		}
		boolean usualKey = key instanceof PrimaryKey && this.schema.product().completesForeignKeys()
				&& this.schema.chance(3);
		boolean own = target.name().equals(table.name());
		boolean notValid = this.schema.chance(Feature.NOT_VALID, 4);
		// What is added later needs a name to be dropped by
		ForeignKey added = new ForeignKey((own && !notValid) ? this.schema.perhapsName() : this.schema.freshName(),
				referencing, target.name(), usualKey ? List.of() : referenced, action(), action(),
				this.schema.chance(Feature.MATCH_FULL, 4), deferral(), notValid);
		boolean sets = added.onDelete() == ReferentialAction.SET_NULL
				|| added.onDelete() == ReferentialAction.SET_DEFAULT;
		constraints.add((sets && this.schema.chance(Feature.DELETE_COLUMNS, 2))
				? added.onDelete(added.onDelete(), this.schema.pick(referencing)) : added);
		return new Table(table.name(), columns, constraints, table.indexes(), table.comment(), table.options());
	}

	private static List<String> columns(Constraint key) {
		return (key instanceof PrimaryKey primary) ? primary.columns() : ((UniqueConstraint) key).columns();
	}

	private ReferentialAction action() {
		return this.schema.pick(List.of(ReferentialAction.values()));
	}

	private Deferral deferral() {
		return this.schema.chance(Feature.DEFERRABLE, 3) ? this.schema.pick(List.of(Deferral.values()))
				: Deferral.NOT_DEFERRABLE;
	}

}
