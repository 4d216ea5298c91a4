package dev.migrate.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tables of a database schema, by name.
 */
public final class Schema {

	private final Map<QualifiedName, Table> tables = new TreeMap<>();

	/**
	 * Create a schema.
	 * @param tables its tables
	 */
	public Schema(Collection<Table> tables) {
		tables.forEach((table) -> this.tables.put(table.name(), table));
	}

	/**
	 * The tables, sorted by name.
	 * @return the tables
	 */
	public List<Table> tables() {
		return List.copyOf(this.tables.values());
	}

	/**
	 * The table of the given name.
	 * @param name the name
	 * @return the table, if there is one
	 */
	public Optional<Table> table(QualifiedName name) {
		return Optional.ofNullable(this.tables.get(name));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Schema schema && this.tables.equals(schema.tables);
	}

	@Override
	public int hashCode() {
		return this.tables.hashCode();
	}

	@Override
	public String toString() {
		return this.tables.values().toString();
	}

}
