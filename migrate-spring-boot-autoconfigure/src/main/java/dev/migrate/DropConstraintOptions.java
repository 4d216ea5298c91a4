package dev.migrate;

import dev.migrate.operation.DropConstraint;

/**
 * Options of {@link Operations#dropConstraint}.
 */
public final class DropConstraintOptions {

	private final Pending<DropConstraint> pending;

	DropConstraintOptions(Pending<DropConstraint> pending) {
		this.pending = pending;
	}

	/**
	 * Do nothing if there is no such constraint.
	 */
	public void ifExists() {
		this.pending.amend((drop) -> new DropConstraint(drop.table(), drop.name(), true, drop.was()));
	}

}
