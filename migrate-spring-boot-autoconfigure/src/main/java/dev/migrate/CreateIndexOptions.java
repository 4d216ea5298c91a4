package dev.migrate;

import java.util.function.UnaryOperator;

import dev.migrate.operation.CreateIndex;
import dev.migrate.schema.Index;

/**
 * Options of {@link Operations#createIndex}.
 */
public final class CreateIndexOptions {

	private final Pending<CreateIndex> pending;

	CreateIndexOptions(Pending<CreateIndex> pending) {
		this.pending = pending;
	}

	/**
	 * Refuse duplicates.
	 * @return these options
	 */
	public CreateIndexOptions unique() {
		return amend(Index::asUnique);
	}

	/**
	 * Index only some of the rows.
	 * @param condition the condition in SQL
	 * @return these options
	 */
	public CreateIndexOptions where(String condition) {
		return amend((index) -> index.where(condition));
	}

	/**
	 * Leave an index of that name as it is.
	 * @return these options
	 */
	public CreateIndexOptions ifNotExists() {
		this.pending.amend((create) -> new CreateIndex(create.table(), create.index(), true, create.concurrently()));
		return this;
	}

	/**
	 * Let other sessions write to the table meanwhile. It stands in a block outside the
	 * transaction: {@link Operations#autocommit}.
	 * @return these options
	 */
	public CreateIndexOptions concurrently() {
		this.pending.amend((create) -> new CreateIndex(create.table(), create.index(), create.ifNotExists(), true));
		return this;
	}

	/**
	 * Use an access method.
	 * @param method the method, as {@code gin}
	 * @return these options
	 */
	public CreateIndexOptions using(String method) {
		return amend((index) -> index.using(method));
	}

	/**
	 * Carry further columns without sorting by them.
	 * @param columns the columns
	 * @return these options
	 */
	public CreateIndexOptions include(String... columns) {
		return amend((index) -> index.include(columns));
	}

	/**
	 * Take two {@code NULL} for duplicates.
	 * @return these options
	 */
	public CreateIndexOptions nullsNotDistinct() {
		return amend(Index::withNullsNotDistinct);
	}

	/**
	 * Set a storage parameter.
	 * @param parameter its name
	 * @param value its value
	 * @return these options
	 */
	public CreateIndexOptions storage(String parameter, String value) {
		return amend((index) -> index.storage(parameter, value));
	}

	private CreateIndexOptions amend(UnaryOperator<Index> change) {
		this.pending.amend((create) -> new CreateIndex(create.table(), change.apply(create.index()),
				create.ifNotExists(), create.concurrently()));
		return this;
	}

}
