package dev.migrate;

import dev.migrate.operation.AddConstraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ReferentialAction;

/**
 * Options of {@link Operations#createForeignKey}.
 */
public final class ForeignKeyOptions {

	private final Pending<AddConstraint> pending;

	ForeignKeyOptions(Pending<AddConstraint> pending) {
		this.pending = pending;
	}

	/**
	 * Set the rule for deletes.
	 * @param action the rule
	 * @param columns the columns that it sets; none for all
	 * @return these options
	 */
	public ForeignKeyOptions onDelete(ReferentialAction action, String... columns) {
		this.pending
			.amend((add) -> new AddConstraint(add.table(), ((ForeignKey) add.constraint()).onDelete(action, columns)));
		return this;
	}

	/**
	 * Set the rule for updates.
	 * @param action the rule
	 * @return these options
	 */
	public ForeignKeyOptions onUpdate(ReferentialAction action) {
		this.pending.amend((add) -> new AddConstraint(add.table(), ((ForeignKey) add.constraint()).onUpdate(action)));
		return this;
	}

	/**
	 * Check it later.
	 * @param deferral when it is checked
	 * @return these options
	 */
	public ForeignKeyOptions deferral(Deferral deferral) {
		this.pending.amend((add) -> new AddConstraint(add.table(), ((ForeignKey) add.constraint()).deferral(deferral)));
		return this;
	}

	/**
	 * Do not check present rows: {@link ConstraintOperations#validateConstraint} does it
	 * later.
	 * @return these options
	 */
	public ForeignKeyOptions notValid() {
		this.pending.amend((add) -> new AddConstraint(add.table(), ((ForeignKey) add.constraint()).asNotValid()));
		return this;
	}

}
