package dev.migrate.schema;

import java.util.function.UnaryOperator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The objects of a database schema, by class and name; but views in the order in which
 * they were given, since one may use another.
 */
public final class Schema {

	private final Map<String, Map<QualifiedName, SchemaObject>> objects = new TreeMap<>();

	/**
	 * Create a schema.
	 * @param objects its objects
	 */
	public Schema(Collection<? extends SchemaObject> objects) {
		for (SchemaObject object : objects) {
			this.objects
				.computeIfAbsent(object.getClass().getName(),
						(type) -> (object instanceof View) ? new LinkedHashMap<>() : new TreeMap<>())
				.put(object.name(), object);
		}
	}

	/**
	 * The objects of a class.
	 * @param <T> the class
	 * @param type the class
	 * @return the objects, by name; views as they were given
	 */
	public <T extends SchemaObject> List<T> objects(Class<T> type) {
		List<T> found = new ArrayList<>();
		this.objects.getOrDefault(type.getName(), Map.of()).values().forEach((object) -> found.add(type.cast(object)));
		return List.copyOf(found);
	}

	/**
	 * An object.
	 * @param <T> its class
	 * @param type its class
	 * @param name its name
	 * @return the object, if there is one
	 */
	public <T extends SchemaObject> Optional<T> object(Class<T> type, QualifiedName name) {
		return Optional.ofNullable(this.objects.getOrDefault(type.getName(), Map.of()).get(name)).map(type::cast);
	}

	/**
	 * The tables.
	 * @return the tables, by name
	 */
	public List<Table> tables() {
		return objects(Table.class);
	}

	/**
	 * A table.
	 * @param name its name
	 * @return the table, if there is one
	 */
	public Optional<Table> table(QualifiedName name) {
		return object(Table.class, name);
	}

	/**
	 * The schema with other names of its objects.
	 * @param names gives the new name of an object
	 * @return the changed schema
	 */
	public Schema renamed(UnaryOperator<QualifiedName> names) {
		return new Schema(all().stream().map((object) -> object.renamed(names)).toList());
	}

	/**
	 * All objects.
	 * @return the objects, by class and name
	 */
	public List<SchemaObject> all() {
		return this.objects.values().stream().flatMap((byName) -> byName.values().stream()).toList();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Schema schema && this.objects.equals(schema.objects);
	}

	@Override
	public int hashCode() {
		return this.objects.hashCode();
	}

	@Override
	public String toString() {
		return all().toString();
	}

}
