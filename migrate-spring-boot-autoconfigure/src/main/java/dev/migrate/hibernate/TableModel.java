package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * The tables and views of the mapping.
 */
final class TableModel {

	private final org.hibernate.dialect.Dialect hibernate;

	private final Names names;

	private final ColumnModel columns;

	private final KeyModel keys;

	private final CheckModel checks;

	private final IndexModel indexes;

	TableModel(Metadata metadata, Names names, ColumnModel columns, KeyModel keys) {
		this.hibernate = metadata.getDatabase().getDialect();
		this.names = names;
		this.columns = columns;
		this.keys = keys;
		this.checks = new CheckModel(this.hibernate, names);
		this.indexes = new IndexModel(metadata, names, keys);
	}

	/** A table or a view. */
	SchemaObject of(org.hibernate.mapping.Table table) {
		QualifiedName name = this.names.of(table.getQualifiedTableName());
		String comment = comment(table);
		if (table.isView()) {
			return new View(name, table.getViewQuery(), comment);
		}
		try {
			return table(table, name, comment);
		}
		catch (UnreadableSqlException ex) {
			throw ex.in("the mapping of the table '%s'".formatted(name));
		}
	}

	private @Nullable String comment(org.hibernate.mapping.Table table) {
		return (table.getComment() != null && this.hibernate.supportsCommentOn())
				? ColumnModel.comment(table.getComment()) : null;
	}

	private Table table(org.hibernate.mapping.Table table, QualifiedName name, @Nullable String comment) {
		List<Column> columns = new ArrayList<>();
		List<Constraint> constraints = new ArrayList<>(this.keys.of(table));
		boolean hasPrimaryKey = table.hasPrimaryKey();
		for (org.hibernate.mapping.Column column : table.getColumns()) {
			ColumnDefinition definition = this.columns.of(column);
			columns.add(definition.column());
			definition.constraints()
				.stream()
				.filter((constraint) -> !(hasPrimaryKey && constraint instanceof PrimaryKey))
				.filter((constraint) -> !constraints.contains(constraint))
				.forEach(constraints::add);
		}
		constraints.addAll(this.checks.of(table));
		constraints.addAll(this.keys.foreignKeys(table));
		return new Table(name, columns, constraints, this.indexes.of(table), comment,
				TableOptionsReader.read(table.getOptions()));
	}

}
