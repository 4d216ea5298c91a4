package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Identifiers;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison finds in a database.
 *
 * @param schema the objects, those in the schema that the connection works in without a
 * schema in their names
 * @param current the schema that the connection works in, or {@code null} if that was not
 * asked
 * @param missing the schemas that do not exist
 */
record FoundSchema(Schema schema, @Nullable String current, Set<String> missing) {

	/**
	 * Read the objects.
	 * @param connection the connection
	 * @param dialect the product
	 * @param schemas the schemas beside that of the connection
	 * @return what there is
	 * @throws SQLException if the database fails
	 */
	static FoundSchema read(Connection connection, Dialect dialect, Set<String> schemas) throws SQLException {
		List<SchemaObject> objects = new ArrayList<>(dialect.reflector().reflect(connection, null).all());
		if (schemas.isEmpty()) {
			return new FoundSchema(new Schema(objects), null, Set.of());
		}
		String current = dialect.identifiers(connection).toLogical(current(connection, dialect));
		Set<String> existing = existing(connection, dialect);
		Set<String> missing = new TreeSet<>();
		for (String schema : schemas) {
			if (!existing.contains(schema)) {
				missing.add(schema);
			}
			else if (!schema.equals(current)) {
				objects.addAll(dialect.reflector().reflect(connection, schema).all());
			}
		}
		return new FoundSchema(new Schema(objects), current, missing);
	}

	private static String current(Connection connection, Dialect dialect) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT " + dialect.currentSchemaExpression())) {
			row.next();
			String schema = row.getString(1);
			return (schema != null) ? schema : "";
		}
	}

	private static Set<String> existing(Connection connection, Dialect dialect) throws SQLException {
		Set<String> existing = new TreeSet<>();
		Identifiers identifiers = dialect.identifiers(connection);
		try (ResultSet rows = connection.getMetaData().getSchemas()) {
			while (rows.next()) {
				existing.add(identifiers.toLogical(rows.getString("TABLE_SCHEM")));
			}
		}
		return existing;
	}

	/** A model's schema with the names that the same objects have here. */
	Schema named(Schema wanted) {
		return (this.current == null) ? wanted : wanted
			.renamed((name) -> this.current.equals(name.schema()) ? new QualifiedName(null, name.name()) : name);
	}

}
