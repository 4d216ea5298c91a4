package dev.migrate.hibernate;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.TableOptions;

/**
 * Reads what stands behind the columns of a table.
 */
final class TableOptionsReader {

	private TableOptionsReader() {
	}

	static TableOptions read(@Nullable String options) {
		SqlReader reader = new SqlReader((options != null) ? options : "");
		String partitionBy = null;
		Map<String, String> storage = new TreeMap<>();
		while (!reader.isAtEnd()) {
			if (reader.accept("partition", "by")) {
				String strategy = reader.next().toUpperCase(Locale.ROOT);
				partitionBy = strategy + " (" + reader.parenthesised() + ")";
			}
			else {
				reader.expect("with");
				storage.putAll(storage(new SqlReader(reader.parenthesised())));
			}
		}
		return new TableOptions(partitionBy, storage);
	}

	/** Parameters of storage, in the parentheses behind {@code WITH}. */
	static Map<String, String> storage(SqlReader reader) {
		Map<String, String> storage = new TreeMap<>();
		do {
			String parameter = reader.next().toLowerCase(Locale.ROOT);
			reader.expect("=");
			storage.put(parameter, reader.until(Set.of(",")));
		}
		while (reader.accept(","));
		return storage;
	}

}
