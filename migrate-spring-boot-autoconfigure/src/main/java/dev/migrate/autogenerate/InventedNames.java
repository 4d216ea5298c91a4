package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.NamingConvention;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;

/**
 * Names that a product made for constraints without one, as it does in every database:
 * one that is to be made anew elsewhere cannot keep them.
 */
final class InventedNames {

	private final Dialect dialect;

	private final ConstraintNames names;

	private InventedNames(Dialect dialect, ConstraintNames names) {
		this.dialect = dialect;
		this.names = names;
	}

	/**
	 * A schema without such names.
	 * @param schema the schema
	 * @param dialect the product
	 * @param naming names the constraints that must have a name
	 * @return the schema, in which foreign keys have other names and other constraints
	 * none
	 */
	static Schema without(Schema schema, Dialect dialect, NamingConvention naming) {
		InventedNames invented = new InventedNames(dialect, new ConstraintNames(naming, dialect.identifiers(), schema));
		List<SchemaObject> objects = new ArrayList<>();
		for (SchemaObject object : schema.all()) {
			objects.add((object instanceof Table table) ? invented.renamed(table) : object);
		}
		return new Schema(objects);
	}

	private Table renamed(Table table) {
		return new Table(table.name(), table.columns(),
				table.constraints().stream().map((constraint) -> renamed(table, constraint)).toList(), table.indexes(),
				table.comment(), table.options());
	}

	private Constraint renamed(Table table, Constraint constraint) {
		if (constraint.name() == null || !this.dialect.inventsName(constraint.name())) {
			return constraint;
		}
		Constraint unnamed = constraint.named(null);
		return (constraint instanceof ForeignKey) ? this.names.named(table.name(), unnamed) : unnamed;
	}

}
