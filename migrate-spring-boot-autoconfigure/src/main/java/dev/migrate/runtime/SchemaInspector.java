package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.Inspector;
import dev.migrate.dialect.Reflector;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;

/**
 * Answers from the catalog, reading a schema again only after something was executed.
 */
final class SchemaInspector implements Inspector {

	private final Connection connection;

	private final Reflector reflector;

	private final Runnable flush;

	private final Map<@Nullable String, Schema> schemas = new HashMap<>();

	SchemaInspector(Connection connection, Reflector reflector, Runnable flush) {
		this.connection = connection;
		this.reflector = reflector;
		this.flush = flush;
	}

	void invalidate() {
		this.schemas.clear();
	}

	@Override
	public List<String> tables() {
		return schema(null).tables().stream().map((table) -> table.name().name()).toList();
	}

	@Override
	public boolean hasTable(String table) {
		return find(table).isPresent();
	}

	@Override
	public boolean hasColumn(String table, String column) {
		return find(table).flatMap((found) -> found.column(column)).isPresent();
	}

	@Override
	public List<Column> columns(String table) {
		return get(table).columns();
	}

	@Override
	public Optional<PrimaryKey> primaryKey(String table) {
		return get(table).constraints(PrimaryKey.class).stream().findFirst();
	}

	@Override
	public List<Index> indexes(String table) {
		return get(table).indexes();
	}

	@Override
	public List<ForeignKey> foreignKeys(String table) {
		return get(table).constraints(ForeignKey.class);
	}

	@Override
	public List<UniqueConstraint> uniqueConstraints(String table) {
		return get(table).constraints(UniqueConstraint.class);
	}

	@Override
	public List<CheckConstraint> checks(String table) {
		return get(table).constraints(CheckConstraint.class);
	}

	@Override
	public List<ExclusionConstraint> exclusions(String table) {
		return get(table).constraints(ExclusionConstraint.class);
	}

	@Override
	public List<Sequence> sequences() {
		return schema(null).objects(Sequence.class);
	}

	@Override
	public List<EnumType> enums() {
		return schema(null).objects(EnumType.class);
	}

	@Override
	public List<View> views() {
		return schema(null).objects(View.class);
	}

	private Table get(String table) {
		return find(table)
			.orElseThrow(() -> new IllegalArgumentException("The database has no table '%s'".formatted(table)));
	}

	private Optional<Table> find(String table) {
		QualifiedName name = QualifiedName.parse(table);
		return schema(name.schema()).table(name);
	}

	@Override
	public Schema schema(@Nullable String name) {
		this.flush.run();
		Schema known = this.schemas.get(name);
		if (known != null) {
			return known;
		}
		try {
			Schema schema = this.reflector.reflect(this.connection, name);
			this.schemas.put(name, schema);
			return schema;
		}
		catch (SQLException ex) {
			throw new StatementException(new SqlStatement("a query of the catalog"), "", ex);
		}
	}

}
