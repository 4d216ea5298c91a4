package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;

/**
 * Puts together the objects of a schema from the rows of catalog queries, which come kind
 * by kind for all tables together. Rows of tables that were not announced are left out.
 */
public final class CatalogTables {

	private final @Nullable String schema;

	private final Map<String, Parts> tables = new LinkedHashMap<>();

	private final List<SchemaObject> others = new ArrayList<>();

	/**
	 * Create an empty collection.
	 * @param schema the logical name of the schema that qualifies the tables, or
	 * {@code null}
	 */
	public CatalogTables(@Nullable String schema) {
		this.schema = schema;
	}

	/**
	 * Announce a table.
	 * @param table the stored name
	 * @param name the logical name
	 * @param comment the comment, or {@code null}
	 */
	public void table(String table, String name, @Nullable String comment) {
		table(table, name, comment, TableOptions.NONE);
	}

	/**
	 * Announce a table with options.
	 * @param table the stored name
	 * @param name the logical name
	 * @param comment the comment, or {@code null}
	 * @param options how it is partitioned and stored
	 */
	public void table(String table, String name, @Nullable String comment, TableOptions options) {
		this.tables.put(table, new Parts(new QualifiedName(this.schema, name), comment, options));
	}

	/**
	 * Add an object that is no table.
	 * @param object the object
	 */
	public void add(SchemaObject object) {
		this.others.add(object);
	}

	/**
	 * Add a column, behind those that the table already has.
	 * @param table the table's stored name
	 * @param column the column
	 */
	public void column(String table, Column column) {
		with(table, (parts) -> parts.columns.add(column));
	}

	/**
	 * Add a constraint.
	 * @param table the table's stored name
	 * @param constraint the constraint
	 */
	public void constraint(String table, Constraint constraint) {
		with(table, (parts) -> parts.constraints.add(constraint));
	}

	/**
	 * Add an index.
	 * @param table the table's stored name
	 * @param index the index
	 */
	public void index(String table, Index index) {
		with(table, (parts) -> parts.indexes.add(index));
	}

	/**
	 * What was added, as a schema.
	 * @return the schema
	 */
	public Schema toSchema() {
		List<SchemaObject> objects = new ArrayList<>(this.others);
		this.tables.values().forEach((parts) -> objects.add(parts.toTable()));
		return new Schema(objects);
	}

	private void with(String table, Consumer<Parts> action) {
		Parts parts = this.tables.get(table);
		if (parts != null) {
			action.accept(parts);
		}
	}

	private static final class Parts {

		private final QualifiedName name;

		private final @Nullable String comment;

		private final TableOptions options;

		private final List<Column> columns = new ArrayList<>();

		private final List<Constraint> constraints = new ArrayList<>();

		private final List<Index> indexes = new ArrayList<>();

		Parts(QualifiedName name, @Nullable String comment, TableOptions options) {
			this.name = name;
			this.comment = comment;
			this.options = options;
		}

		/** A catalog keeps no order of constraints, so they come by name. */
		Table toTable() {
			List<Constraint> sorted = this.constraints.stream()
				.sorted(Comparator.comparing(Constraint::name, Comparator.nullsLast(Comparator.naturalOrder())))
				.toList();
			return new Table(this.name, this.columns, sorted, this.indexes, this.comment, this.options);
		}

	}

}
