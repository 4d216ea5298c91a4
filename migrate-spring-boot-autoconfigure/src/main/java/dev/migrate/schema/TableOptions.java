package dev.migrate.schema;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Options of a table.
 *
 * @param partitionBy how it is partitioned, as {@code RANGE (day)}, or {@code null}
 * @param storage storage parameters by name
 */
public record TableOptions(@Nullable String partitionBy, Map<String, String> storage) {

	/** No options. */
	public static final TableOptions NONE = new TableOptions(null, Map.of());

	/**
	 * Create options.
	 */
	public TableOptions {
		storage = Map.copyOf(storage);
	}

}
