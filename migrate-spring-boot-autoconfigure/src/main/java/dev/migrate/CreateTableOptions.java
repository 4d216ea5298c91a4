package dev.migrate;

import dev.migrate.operation.CreateTable;

/**
 * Options of {@link Operations#createTable}.
 */
public final class CreateTableOptions {

	private final Pending<CreateTable> pending;

	CreateTableOptions(Pending<CreateTable> pending) {
		this.pending = pending;
	}

	/**
	 * Leave a table of that name as it is.
	 * @return these options
	 */
	public CreateTableOptions ifNotExists() {
		this.pending.amend((create) -> new CreateTable(create.table(), true));
		return this;
	}

	/**
	 * Give the table a comment.
	 * @param comment the comment
	 * @return these options
	 */
	public CreateTableOptions comment(String comment) {
		this.pending.amend((create) -> new CreateTable(create.table().comment(comment), create.ifNotExists()));
		return this;
	}

}
