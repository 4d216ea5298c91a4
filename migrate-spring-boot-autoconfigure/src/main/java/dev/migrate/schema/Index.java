package dev.migrate.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An index of a table. {@link #index(String, String...)} makes a plain one; the other
 * methods return changed copies.
 *
 * @param name the name
 * @param elements what it sorts by
 * @param unique whether it refuses duplicates
 * @param where the condition of the rows that it holds, or {@code null} for all
 * @param method the access method, or {@code null} for the product's usual one
 * @param include columns that it carries without sorting by them
 * @param nullsNotDistinct whether two {@code NULL} are duplicates
 * @param storage storage parameters by name
 */
public record Index(String name, List<IndexElement> elements, boolean unique, @Nullable String where,
		@Nullable String method, List<String> include, boolean nullsNotDistinct,
		Map<String, String> storage) implements TableElement {

	/**
	 * Create an index.
	 * @throws IllegalArgumentException if it names nothing to sort by
	 */
	public Index {
		if (elements.isEmpty()) {
			throw new IllegalArgumentException("The index '%s' names no column".formatted(name));
		}
		elements = List.copyOf(elements);
		include = List.copyOf(include);
		storage = Map.copyOf(storage);
	}

	/**
	 * Create an index of columns.
	 * @param name the name
	 * @param columns the columns
	 * @param unique whether it refuses duplicates
	 * @param where the condition of the rows that it holds, or {@code null} for all
	 * @throws IllegalArgumentException if it names no column
	 */
	public Index(String name, List<String> columns, boolean unique, @Nullable String where) {
		this(name, columns.stream().map(IndexElement::by).toList(), unique, where, null, List.of(), false, Map.of());
	}

	/**
	 * An index of columns.
	 * @param name the name
	 * @param columns the columns
	 * @return the index
	 */
	public static Index index(String name, String... columns) {
		return new Index(name, List.of(columns), false, null);
	}

	/**
	 * An index.
	 * @param name the name
	 * @param elements what it sorts by
	 * @return the index
	 */
	public static Index index(String name, IndexElement... elements) {
		return new Index(name, List.of(elements), false, null, null, List.of(), false, Map.of());
	}

	/**
	 * The columns and expressions that it sorts by.
	 * @return names of columns, and expressions
	 */
	public List<String> columns() {
		return this.elements.stream().map(IndexElement::text).toList();
	}

	/**
	 * Refuse duplicates.
	 * @return the changed index
	 */
	public Index asUnique() {
		return new Index(this.name, this.elements, true, this.where, this.method, this.include, this.nullsNotDistinct,
				this.storage);
	}

	/**
	 * Hold only some rows.
	 * @param condition the condition in SQL
	 * @return the changed index
	 */
	public Index where(String condition) {
		return new Index(this.name, this.elements, this.unique, condition, this.method, this.include,
				this.nullsNotDistinct, this.storage);
	}

	/**
	 * Use an access method.
	 * @param method the method, as {@code gin}
	 * @return the changed index
	 */
	public Index using(String method) {
		return new Index(this.name, this.elements, this.unique, this.where, method, this.include, this.nullsNotDistinct,
				this.storage);
	}

	/**
	 * Carry further columns.
	 * @param columns the columns
	 * @return the changed index
	 */
	public Index include(String... columns) {
		return new Index(this.name, this.elements, this.unique, this.where, this.method,
				Stream.concat(this.include.stream(), Stream.of(columns)).toList(), this.nullsNotDistinct, this.storage);
	}

	/**
	 * Take two {@code NULL} for duplicates.
	 * @return the changed index
	 */
	public Index withNullsNotDistinct() {
		return new Index(this.name, this.elements, this.unique, this.where, this.method, this.include, true,
				this.storage);
	}

	/**
	 * Set a storage parameter.
	 * @param parameter its name
	 * @param value its value
	 * @return the changed index
	 */
	public Index storage(String parameter, String value) {
		Map<String, String> changed = new TreeMap<>(this.storage);
		changed.put(parameter, value);
		return new Index(this.name, this.elements, this.unique, this.where, this.method, this.include,
				this.nullsNotDistinct, changed);
	}

}
