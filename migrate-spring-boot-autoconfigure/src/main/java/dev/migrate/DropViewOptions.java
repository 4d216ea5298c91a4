package dev.migrate;

import dev.migrate.operation.DropView;

/**
 * Options of {@link ViewOperations#dropView}.
 */
public final class DropViewOptions {

	private final Pending<DropView> pending;

	DropViewOptions(Pending<DropView> pending) {
		this.pending = pending;
	}

	/**
	 * Do nothing if there is no such view.
	 * @return these options
	 */
	public DropViewOptions ifExists() {
		this.pending.amend((drop) -> new DropView(drop.view(), true, drop.was()));
		return this;
	}

}
