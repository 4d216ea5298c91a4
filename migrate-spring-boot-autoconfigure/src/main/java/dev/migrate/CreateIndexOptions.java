package dev.migrate;

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
		this.pending.amend((create) -> new CreateIndex(create.table(),
				new Index(create.index().name(), create.index().columns(), true, create.index().where()),
				create.ifNotExists()));
		return this;
	}

	/**
	 * Index only some of the rows.
	 * @param condition the condition in SQL
	 * @return these options
	 */
	public CreateIndexOptions where(String condition) {
		this.pending.amend((create) -> new CreateIndex(create.table(),
				new Index(create.index().name(), create.index().columns(), create.index().unique(), condition),
				create.ifNotExists()));
		return this;
	}

	/**
	 * Leave an index of that name as it is.
	 * @return these options
	 */
	public CreateIndexOptions ifNotExists() {
		this.pending.amend((create) -> new CreateIndex(create.table(), create.index(), true));
		return this;
	}

}
