package dev.migrate.autogenerate;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;

/**
 * What an application wants of its database.
 *
 * @param schema the objects; what is in the schema that the connection works in has no
 * schema in its name
 * @param contents statements that a new table needs to be of use, as the first rows of a
 * generator's table, by table
 * @param inventedNames names of constraints and indexes that nobody chose, as Hibernate's
 * {@code FK} with a hash: an object that differs only in such a name does not differ
 */
public record Model(Schema schema, Map<QualifiedName, List<String>> contents, Set<String> inventedNames) {

	/**
	 * Create a model.
	 */
	public Model {
		contents = Map.copyOf(contents);
		inventedNames = Set.copyOf(inventedNames);
	}

	/**
	 * A model of nothing but a schema, whose names were chosen.
	 * @param schema the schema
	 * @return the model
	 */
	public static Model of(Schema schema) {
		return new Model(schema, Map.of(), Set.of());
	}

}
