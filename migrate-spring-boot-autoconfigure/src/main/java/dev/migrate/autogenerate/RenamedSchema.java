package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.migrate.autogenerate.Renames.RenamedColumn;
import dev.migrate.dialect.Identifiers;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.GeneratedExpression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A found schema as it is after renames.
 */
final class RenamedSchema {

	private final Identifiers identifiers;

	private final List<Difference> differences = new ArrayList<>();

	private Schema schema;

	private RenamedSchema(Identifiers identifiers, Schema schema) {
		this.identifiers = identifiers;
		this.schema = schema;
	}

	/**
	 * Rename.
	 * @param renames what was renamed
	 * @param found the schema as it is found
	 * @param wanted the schema that the model wants
	 * @param identifiers how the product writes identifiers
	 * @return the renamed schema
	 * @throws RenameException if something does not exist, or exists already
	 */
	static RenamedSchema of(Renames renames, Schema found, Schema wanted, Identifiers identifiers) {
		RenamedSchema renamed = new RenamedSchema(identifiers, found);
		renames.tables().forEach((from, to) -> renamed.table(from, to, wanted));
		renames.columns().forEach((column) -> renamed.column(column, wanted));
		return renamed;
	}

	Schema schema() {
		return this.schema;
	}

	List<Difference> differences() {
		return this.differences;
	}

	private void table(QualifiedName from, QualifiedName to, Schema wanted) {
		require(this.schema.table(from).isPresent(), "The database has no table '%s'".formatted(from));
		require(this.schema.table(to).isEmpty(), "The database has a table '%s' already".formatted(to));
		require(wanted.table(to).isPresent(), "The model has no table '%s'".formatted(to));
		require(wanted.table(from).isEmpty(), "The model still has the table '%s'".formatted(from));
		add("rename_table", from.toString(), "renamed table '%s' to '%s'".formatted(from, to),
				new RenameTable(from, to.name()));
		this.schema = this.schema.renamed((name) -> name.equals(from) ? to : name);
		QualifiedName sequence = from.sibling(from.name() + "_seq");
		QualifiedName newSequence = to.sibling(to.name() + "_seq");
		// Hibernate's numbers of a table go with it
		if (isSequence(this.schema, sequence) && !isSequence(wanted, sequence) && isSequence(wanted, newSequence)
				&& !isSequence(this.schema, newSequence)) {
			add("rename_sequence", sequence.toString(),
					"renamed sequence '%s' to '%s'".formatted(sequence, newSequence),
					new RenameSequence(sequence, newSequence.name()));
			this.schema = this.schema.renamed((name) -> name.equals(sequence) ? newSequence : name);
		}
	}

	private static boolean isSequence(Schema schema, QualifiedName name) {
		return schema.object(Sequence.class, name).isPresent();
	}

	private void column(RenamedColumn rename, Schema wanted) {
		QualifiedName table = rename.table();
		String from = rename.column();
		String to = rename.newName();
		require(hasColumn(this.schema, table, from), "The database has no column '%s.%s'".formatted(table, from));
		require(!hasColumn(this.schema, table, to), "The database has a column '%s.%s' already".formatted(table, to));
		require(hasColumn(wanted, table, to), "The model has no column '%s.%s'".formatted(table, to));
		require(!hasColumn(wanted, table, from), "The model still has the column '%s.%s'".formatted(table, from));
		add("rename_column", table + "." + from, "renamed column '%s.%s' to '%s'".formatted(table, from, to),
				new AlterColumn(table, from, null, null, null, null, to, null));
		List<SchemaObject> objects = new ArrayList<>();
		for (SchemaObject object : this.schema.all()) {
			objects.add((object instanceof Table other) ? renamed(other, table, from, to) : object);
		}
		this.schema = new Schema(objects);
	}

	private static boolean hasColumn(Schema schema, QualifiedName table, String column) {
		return schema.table(table).flatMap((found) -> found.column(column)).isPresent();
	}

	private void add(String kind, String object, String text, Operation operation) {
		this.differences.add(new Difference(kind, object, text, List.of(operation)));
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new RenameException(problem);
		}
	}

	private Table renamed(Table table, QualifiedName of, String from, String to) {
		UnaryOperator<String> names = (name) -> name.equals(from) ? to : name;
		boolean same = table.name().equals(of);
		List<Constraint> constraints = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			constraints.add((constraint instanceof ForeignKey key)
					? foreignKey(key, same ? names : UnaryOperator.identity(),
							key.referencedTable().equals(of) ? names : UnaryOperator.identity())
					: same ? constraint(constraint, names, from, to) : constraint);
		}
		if (!same) {
			return new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(),
					table.options());
		}
		return new Table(table.name(),
				table.columns().stream().map((column) -> column(column, names, from, to)).toList(), constraints,
				table.indexes().stream().map((index) -> index(index, names, from, to)).toList(), table.comment(),
				table.options());
	}

	private static ForeignKey foreignKey(ForeignKey key, UnaryOperator<String> names,
			UnaryOperator<String> referenced) {
		return new ForeignKey(key.name(), key.columns().stream().map(names).toList(), key.referencedTable(),
				key.referencedColumns().stream().map(referenced).toList(), key.onDelete(), key.onUpdate(),
				key.matchFull(), key.deferral(), key.notValid(), key.deleteColumns().stream().map(names).toList());
	}

	private Constraint constraint(Constraint constraint, UnaryOperator<String> names, String from, String to) {
		if (constraint instanceof PrimaryKey key) {
			return new PrimaryKey(key.name(), key.columns().stream().map(names).toList(), key.include(),
					key.deferral());
		}
		if (constraint instanceof UniqueConstraint unique) {
			return new UniqueConstraint(unique.name(), unique.columns().stream().map(names).toList(),
					unique.nullsNotDistinct(), unique.include(), unique.deferral());
		}
		return (constraint instanceof CheckConstraint check) ? new CheckConstraint(check.name(),
				Objects.requireNonNull(text(check.condition(), from, to)), check.noInherit(), check.notValid())
				: constraint;
	}

	private Column column(Column column, UnaryOperator<String> names, String from, String to) {
		GeneratedExpression generated = column.generated();
		return new Column(names.apply(column.name()), column.type(), column.nullable(), column.defaultExpression(),
				column.identity(),
				(generated != null) ? new GeneratedExpression(
						Objects.requireNonNull(text(generated.expression(), from, to)), generated.stored()) : null,
				column.collation(), column.comment());
	}

	private Index index(Index index, UnaryOperator<String> names, String from, String to) {
		List<IndexElement> elements = index.elements()
			.stream()
			.map((element) -> new IndexElement(
					element.expression() ? Objects.requireNonNull(text(element.text(), from, to))
							: names.apply(element.text()),
					element.expression(), element.descending(), element.nulls(), element.collation(),
					element.operatorClass()))
			.toList();
		return new Index(index.name(), elements, index.unique(), text(index.where(), from, to), index.method(),
				index.include().stream().map(names).toList(), index.nullsNotDistinct(), index.storage());
	}

	/** The database prints the new name too, once the column has it. */
	private @Nullable String text(@Nullable String expression, String from, String to) {
		return (expression != null) ? Words.renamed(expression, from, to, this.identifiers) : null;
	}

}
