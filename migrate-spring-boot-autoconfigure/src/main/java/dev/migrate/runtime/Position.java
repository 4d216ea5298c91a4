package dev.migrate.runtime;

import java.util.List;
import java.util.Map;

/**
 * Where a database stands, as read by one statement.
 *
 * @param schema the stored name of the schema in which the version tables are, or will be
 * created
 * @param rows the version rows, sorted
 * @param checksums the recorded checksums of SQL revisions, by id
 * @param versioned whether there is a version table
 * @param logged whether there is a history table
 * @param journaled whether there is a table of half-done steps
 */
public record Position(String schema, List<String> rows, Map<String, String> checksums, boolean versioned,
		boolean logged, boolean journaled) {

	public Position {
		rows = rows.stream().sorted().toList();
		checksums = Map.copyOf(checksums);
	}

}
