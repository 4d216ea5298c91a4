package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * Tables behind those that they reference.
 *
 * @param tables the tables, without the foreign keys that stand apart
 * @param apart the foreign keys to tables that come later, by table
 */
record TableOrder(List<Table> tables, Map<QualifiedName, List<ForeignKey>> apart) {

	/**
	 * Order tables.
	 * @param tables the tables by name
	 * @param unsettled other tables that change too, so that foreign keys to them stand
	 * apart
	 * @return their order: by name where nothing else is needed
	 */
	static TableOrder of(Map<QualifiedName, Table> tables, Set<QualifiedName> unsettled) {
		Walk walk = new Walk(tables);
		tables.values().forEach(walk::visit);
		List<Table> ordered = new ArrayList<>();
		Map<QualifiedName, List<ForeignKey>> apart = new LinkedHashMap<>();
		Set<QualifiedName> created = new HashSet<>();
		for (Table table : walk.order) {
			created.add(table.name());
			List<Constraint> constraints = new ArrayList<>();
			for (Constraint constraint : table.constraints()) {
				if (constraint instanceof ForeignKey key && !created.contains(key.referencedTable())
						&& (tables.containsKey(key.referencedTable()) || unsettled.contains(key.referencedTable()))) {
					apart.computeIfAbsent(table.name(), (name) -> new ArrayList<>()).add(key);
				}
				else {
					constraints.add(constraint);
				}
			}
			ordered.add(new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(),
					table.options()));
		}
		return new TableOrder(ordered, apart);
	}

	/** Visits what a table references before the table itself. */
	private static final class Walk {

		private final Map<QualifiedName, Table> tables;

		private final Set<QualifiedName> seen = new HashSet<>();

		private final List<Table> order = new ArrayList<>();

		Walk(Map<QualifiedName, Table> tables) {
			this.tables = tables;
		}

		void visit(Table table) {
			if (!this.seen.add(table.name())) {
				return;
			}
			for (ForeignKey key : table.constraints(ForeignKey.class)) {
				Table referenced = this.tables.get(key.referencedTable());
				if (referenced != null) {
					visit(referenced);
				}
			}
			this.order.add(table);
		}

	}

}
