package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

import dev.migrate.dialect.CatalogTables;
import dev.migrate.dialect.Reflector;
import dev.migrate.dialect.TypeNames;
import dev.migrate.schema.Schema;

/**
 * Reads a PostgreSQL schema from {@code pg_catalog}, by one query a kind of object.
 * Partitions, which their table makes, and what belongs to an extension are left out.
 */
final class PostgresReflector implements Reflector {

	private final TypeNames types;

	PostgresReflector(TypeNames types) {
		this.types = types;
	}

	@Override
	public Schema reflect(Connection connection, @Nullable String schema) throws SQLException {
		try {
			return read(connection, schema);
		}
		catch (DataAccessException ex) {
			throw cause(ex);
		}
	}

	private static SQLException cause(DataAccessException ex) {
		if (ex.getCause() instanceof SQLException cause) {
			return cause;
		}
		throw ex;
	}

	@Override
	public List<String> others(Connection connection, @Nullable String schema) throws SQLException {
		try {
			return OtherObjects.read(new PostgresCatalog(connection, schema, this.types));
		}
		catch (DataAccessException ex) {
			throw cause(ex);
		}
	}

	private Schema read(Connection connection, @Nullable String schema) throws SQLException {
		CatalogTables found = new CatalogTables(schema);
		PostgresCatalog catalog = new PostgresCatalog(connection, schema, this.types);
		TypeReflection.read(catalog, found);
		SequenceReflection.read(catalog, found);
		TableReflection.read(catalog, found);
		ConstraintReflection.read(catalog, found);
		IndexReflection.read(catalog, found);
		CastReflection.read(catalog, found);
		ViewReflection.read(catalog, found);
		return found.toSchema();
	}

}
