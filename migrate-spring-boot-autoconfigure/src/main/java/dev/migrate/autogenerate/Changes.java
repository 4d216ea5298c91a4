package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
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
	 * The same differences with other operations.
	 * @param rewriter gives the operations of the upgrade
	 * @param dialect the product
	 * @return changed changes; an operation of the rewriter's own that has no reverse is
	 * {@link Irreversible}
	 */
	public Changes rewritten(Rewriter rewriter, Dialect dialect) {
		List<Operation> rewritten = rewriter.rewrite(this.upgrade);
		if (rewritten.equals(this.upgrade)) {
			return this;
		}
		List<Operation> back = new ArrayList<>(Downgrade.of(rewritten, dialect));
		for (Operation operation : rewritten) {
			if (operation.reverse().isEmpty() && !this.upgrade.contains(operation)) {
				back.add(new Irreversible(operation));
			}
		}
		return new Changes(this.differences, rewritten, back);
	}

	/**
	 * Whether database and model are alike.
	 * @return whether there is no difference
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty();
	}

}
