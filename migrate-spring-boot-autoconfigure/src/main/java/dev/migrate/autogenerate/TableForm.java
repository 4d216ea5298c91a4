package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ExpressionForm;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.ColumnType.Standard;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A table in the form in which it is compared: what its parts are but for their names, as
 * text.
 */
final class TableForm {

	private final Dialect dialect;

	private final Table table;

	private final Schema schema;

	/**
	 * Create the form of a table.
	 * @param dialect the product
	 * @param table the table
	 * @param schema the schema that it is in, which tells what its foreign keys reference
	 */
	TableForm(Dialect dialect, Table table, Schema schema) {
		this.dialect = dialect;
		this.table = table;
		this.schema = schema;
	}

	Table table() {
		return this.table;
	}

	@Nullable String expression(@Nullable String expression) {
		return (expression != null) ? ExpressionForm.of(expression, this.dialect.identifiers(), this::isText) : null;
	}

	private boolean isText(String column) {
		return this.table.column(column)
			.filter((found) -> found.type() instanceof Standard standard
					&& (standard.kind() == Kind.VARCHAR || standard.kind() == Kind.TEXT))
			.isPresent();
	}

	/** {@code DEFAULT NULL} is no default. */
	@Nullable String defaultExpression(Column column) {
		String form = expression(column.defaultExpression());
		return "null".equals(form) ? null : form;
	}

	String type(ColumnType type) {
		return this.dialect.syntax().types().write(type);
	}

	String constraint(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			// Hibernate orders the columns otherwise in update than in create
			return "primary key " + new TreeSet<>(key.columns()) + key.include() + key.deferral();
		}
		if (constraint instanceof UniqueConstraint unique) {
			return "unique " + new TreeSet<>(unique.columns()) + unique.include() + unique.deferral()
					+ unique.nullsNotDistinct();
		}
		if (constraint instanceof ForeignKey key) {
			return foreignKey(key);
		}
		return (constraint instanceof CheckConstraint check)
				? "check " + expression(check.condition()) + (check.noInherit() ? " no inherit" : "")
				: constraint.toString();
	}

	private String foreignKey(ForeignKey key) {
		List<String> referenced = key.referencedColumns().isEmpty() ? primaryKey(key) : key.referencedColumns();
		Set<String> pairs = new TreeSet<>();
		for (int i = 0; i < key.columns().size(); i++) {
			pairs.add(key.columns().get(i) + " to " + ((i < referenced.size()) ? referenced.get(i) : "?"));
		}
		return "foreign key " + pairs + key.referencedTable() + key.onDelete() + key.onUpdate() + key.deferral()
				+ key.matchFull() + new TreeSet<>(key.deleteColumns());
	}

	private List<String> primaryKey(ForeignKey key) {
		return this.schema.table(key.referencedTable())
			.flatMap((referenced) -> referenced.constraints(PrimaryKey.class).stream().findFirst())
			.map(PrimaryKey::columns)
			.orElse(List.of());
	}

	String index(Index index) {
		List<String> elements = new ArrayList<>();
		index.elements()
			.forEach((element) -> elements.add((element.expression() ? expression(element.text()) : element.text())
					+ (element.descending() ? " desc " : " ") + element.nulls() + element.collation()
					+ element.operatorClass()));
		return (index.unique() ? "unique " : "") + elements + expression(index.where()) + index.method()
				+ index.include() + index.nullsNotDistinct() + index.storage();
	}

}
