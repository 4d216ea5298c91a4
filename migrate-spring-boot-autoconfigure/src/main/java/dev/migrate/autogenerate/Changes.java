package dev.migrate.autogenerate;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * What makes a database as its model wants it.
 *
 * @param differences what they differ in, in the order of the tables
 * @param upgrade the operations, in an order that works on tables with rows
 * @param downgrade the operations that take them back, in their order
 */
public record Changes(List<Difference> differences, List<Operation> upgrade, List<Operation> downgrade) {

	public Changes {
		differences = List.copyOf(differences);
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	/**
	 * Whether database and model are alike.
	 * @return whether there is no difference
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty();
	}

}
