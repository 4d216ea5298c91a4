package dev.migrate;

import dev.migrate.operation.DropColumn;

/**
 * Options of {@link Operations#dropColumn}.
 */
public final class DropColumnOptions {

	private final Pending<DropColumn> pending;

	DropColumnOptions(Pending<DropColumn> pending) {
		this.pending = pending;
	}

	/**
	 * Do nothing if there is no such column.
	 */
	public void ifExists() {
		this.pending.amend((drop) -> new DropColumn(drop.table(), drop.column(), true, drop.was()));
	}

}
