package dev.migrate;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import dev.migrate.operation.CreateTable;
import dev.migrate.schema.TableOptions;

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

	/**
	 * Partition the table.
	 * @param partitionBy how, as {@code RANGE (day)}
	 * @return these options
	 */
	public CreateTableOptions partitionBy(String partitionBy) {
		return amend((options) -> new TableOptions(partitionBy, options.storage()));
	}

	/**
	 * Set a storage parameter.
	 * @param parameter its name
	 * @param value its value
	 * @return these options
	 */
	public CreateTableOptions storage(String parameter, String value) {
		return amend((options) -> {
			Map<String, String> storage = new TreeMap<>(options.storage());
			storage.put(parameter, value);
			return new TableOptions(options.partitionBy(), storage);
		});
	}

	private CreateTableOptions amend(UnaryOperator<TableOptions> change) {
		this.pending.amend((create) -> new CreateTable(create.table().options(change.apply(create.table().options())),
				create.ifNotExists()));
		return this;
	}

}
