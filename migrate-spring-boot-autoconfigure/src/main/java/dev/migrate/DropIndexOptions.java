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
	 */
	public void ifExists() {
		this.pending.amend((drop) -> new DropIndex(drop.index(), true, drop.table(), drop.was()));
	}

}
