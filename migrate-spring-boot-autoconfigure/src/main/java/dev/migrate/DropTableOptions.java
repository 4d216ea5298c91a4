package dev.migrate;

import dev.migrate.operation.DropTable;

/**
 * Options of {@link Operations#dropTable}.
 */
public final class DropTableOptions {

	private final Pending<DropTable> pending;

	DropTableOptions(Pending<DropTable> pending) {
		this.pending = pending;
	}

	/**
	 * Do nothing if there is no such table.
	 * @return these options
	 */
	public DropTableOptions ifExists() {
		this.pending.amend((drop) -> new DropTable(drop.table(), true, drop.cascade(), drop.was()));
		return this;
	}

	/**
	 * Drop what depends on the table too.
	 * @return these options
	 */
	public DropTableOptions cascade() {
		this.pending.amend((drop) -> new DropTable(drop.table(), drop.ifExists(), true, drop.was()));
		return this;
	}

}
