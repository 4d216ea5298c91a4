package dev.migrate;

import dev.migrate.operation.DropIndex;

/**
 * Options of {@link Operations#dropIndex}.
 */
public final class DropIndexOptions {

	private final Pending<DropIndex> pending;

	DropIndexOptions(Pending<DropIndex> pending) {
		this.pending = pending;
	}

	/**
	 * Do nothing if there is no such index.
	 * @return these options
	 */
	public DropIndexOptions ifExists() {
		this.pending.amend((drop) -> new DropIndex(drop.index(), true, drop.table(), drop.was(), drop.concurrently()));
		return this;
	}

	/**
	 * Wait for running queries without keeping others out. It stands in a block outside
	 * the transaction: {@link Operations#autocommit}.
	 * @return these options
	 */
	public DropIndexOptions concurrently() {
		this.pending.amend((drop) -> new DropIndex(drop.index(), drop.ifExists(), drop.table(), drop.was(), true));
		return this;
	}

}
