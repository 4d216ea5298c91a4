package dev.migrate;

import dev.migrate.operation.AddColumn;

/**
 * Options of {@link Operations#addColumn}.
 */
public final class AddColumnOptions {

	private final Pending<AddColumn> pending;

	AddColumnOptions(Pending<AddColumn> pending) {
		this.pending = pending;
	}

	/**
	 * Leave a column of that name as it is.
	 */
	public void ifNotExists() {
		this.pending.amend((add) -> new AddColumn(add.table(), add.column(), true));
	}

}
