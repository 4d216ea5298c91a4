package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;

/**
 * Compares what a model wants with what a database has. Structure comes first, names
 * second: a constraint or index that differs only in a name that nobody chose is the
 * same. Texts that differ are printed by the database, and compared again, before they
 * are a difference; nothing of that stays.
 */
public final class SchemaComparison {

	private final Dialect dialect;

	private final ComparisonSettings settings;

	/**
	 * Create a comparison.
	 * @param dialect the product of the database
	 * @param settings what takes part, and how
	 */
	public SchemaComparison(Dialect dialect, ComparisonSettings settings) {
		this.dialect = dialect;
		this.settings = settings;
	}

	/**
	 * Compare.
	 * @param connection a connection in autocommit mode, which is as before afterwards
	 * @param model what is wanted
	 * @return what makes the database as it is wanted
	 * @throws SQLException if the database fails
	 * @throws RenameException if something cannot have been renamed as the settings say
	 */
	public Changes compare(Connection connection, Model model) throws SQLException {
		FoundSchema found = FoundSchema.read(connection, this.dialect, schemas(model.schema()));
		Schema wanted = filtered(found.named(model.schema()));
		Differences differences = new Differences(model);
		for (String schema : found.missing()) {
			if (wanted.all().stream().anyMatch((object) -> schema.equals(object.name().schema()))) {
				differences.add("add_schema", schema, "added schema '%s'".formatted(schema),
						List.of(new CreateSchema(schema, false)));
			}
		}
		RenamedSchema renamed = RenamedSchema.of(this.settings.renames(), filtered(found.schema()), wanted,
				this.dialect.identifiers());
		differences.all.addAll(renamed.differences());
		differences.all.addAll(objects(renamed.schema(), wanted));
		tables(differences, renamed.schema(), wanted, connection);
		differences.all.addAll(new ViewDifferences(this.dialect, this.settings.filter()).compare(renamed.schema(),
				wanted, found.schema(), connection));
		return changes(differences.all, renamed.schema(), wanted);
	}

	/**
	 * Read what takes part of a database.
	 * @param connection the connection
	 * @param wanted what it is to be compared with
	 * @return the objects, those in the schema that the connection works in without a
	 * schema in their names
	 * @throws SQLException if the database fails
	 */
	public Schema read(Connection connection, Schema wanted) throws SQLException {
		return filtered(FoundSchema.read(connection, this.dialect, schemas(wanted)).schema());
	}

	private Set<String> schemas(Schema wanted) {
		Set<String> schemas = new TreeSet<>(this.settings.schemas());
		wanted.all().forEach((object) -> add(schemas, object.name()));
		return schemas;
	}

	/**
	 * A schema as it can be made anew in another database.
	 * @param schema the schema
	 * @return the schema without the names that the product made
	 */
	public Schema portable(Schema schema) {
		return InventedNames.without(schema, this.dialect, this.settings.naming());
	}

	/**
	 * What creates a schema in an empty database.
	 * @param schema the schema
	 * @return the operations
	 */
	public Changes creation(Schema schema) {
		Schema empty = new Schema(List.of());
		Schema wanted = filtered(schema);
		Differences differences = new Differences(Model.of(wanted));
		Set<String> schemas = new TreeSet<>();
		wanted.all().forEach((object) -> add(schemas, object.name()));
		schemas.forEach((name) -> differences.add("add_schema", name, "added schema '%s'".formatted(name),
				List.of(new CreateSchema(name, true))));
		differences.all.addAll(objects(empty, wanted));
		wanted.tables().forEach(differences::added);
		for (View view : wanted.objects(View.class)) {
			differences.add("add_view", view.name().toString(), "added view '%s'".formatted(view.name()),
					List.of(new CreateView(view)));
		}
		return changes(differences.all, empty, wanted);
	}

	private List<Difference> objects(Schema found, Schema wanted) {
		return new ObjectDifferences(found, wanted, this.settings.filter(), this.dialect).compare();
	}

	private static void add(Set<String> schemas, QualifiedName name) {
		if (name.schema() != null) {
			schemas.add(name.schema());
		}
	}

	private Changes changes(List<Difference> detected, Schema found, Schema wanted) {
		List<Difference> differences = EnumUses.complete(detected, found, this.dialect.identifiers());
		List<Operation> operations = new ArrayList<>();
		differences.forEach((difference) -> operations.addAll(difference.operations()));
		if (operations.isEmpty()) {
			return new Changes(differences, List.of(), List.of());
		}
		List<Operation> all = Dependents.with(operations, found, wanted, this.dialect.identifiers());
		List<Operation> upgrade = OperationOrder
			.sort(ViewOrder.sort(all, found.objects(View.class), this.dialect.identifiers()));
		return new Changes(differences, upgrade, Downgrade.of(upgrade, this.dialect));
	}

	private Schema filtered(Schema schema) {
		List<SchemaObject> objects = new ArrayList<>();
		for (SchemaObject object : schema.all()) {
			if (!(object instanceof Table table) || this.settings.filter().includes("table", table.name(), "")) {
				objects.add(object);
			}
		}
		return new Schema(objects);
	}

	private void tables(Differences differences, Schema found, Schema wanted, Connection connection)
			throws SQLException {
		for (Table table : wanted.tables()) {
			if (found.table(table.name()).isEmpty()) {
				differences.added(table);
			}
		}
		for (Table table : found.tables()) {
			if (wanted.table(table.name()).isEmpty()) {
				differences.removed(table);
			}
		}
		TableDifferences changed = new TableDifferences(this.dialect, this.settings.filter(),
				differences.model.inventedNames(),
				new ConstraintNames(this.settings.naming(), this.dialect.identifiers(), found));
		new TableMatches(this.dialect, found, wanted, differences.model.inventedNames()).find(connection)
			.forEach(changed::compare);
		differences.all.addAll(changed.differences());
	}

	/** Differences of whole tables, and others as they are found. */
	private static final class Differences {

		private final Model model;

		private final List<Difference> all = new ArrayList<>();

		Differences(Model model) {
			this.model = model;
		}

		void add(String kind, String object, String text, List<Operation> operations) {
			this.all.add(new Difference(kind, object, text, operations));
		}

		void added(Table table) {
			List<Operation> operations = new ArrayList<>(List.of(new CreateTable(table, false)));
			this.model.contents()
				.getOrDefault(table.name(), List.of())
				.forEach((statement) -> operations.add(new Execute(statement, List.of())));
			add("add_table", table.name().toString(), "added table '%s'".formatted(table.name()), operations);
		}

		void removed(Table table) {
			add("remove_table", table.name().toString(), "removed table '%s'".formatted(table.name()),
					List.of(new DropTable(table.name(), false, false, table.columns().isEmpty() ? null : table)));
		}

	}

}
