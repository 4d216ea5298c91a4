package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateStructType;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.StructType;
import dev.migrate.schema.Table;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Lets the database print what tables say in expressions and types: they are made, empty,
 * in a scratch.
 */
final class ScratchForms {

	private static final Log logger = LogFactory.getLog(ScratchForms.class);

	/** A transaction has room for the locks of so many. */
	private static final int TABLES_AT_A_TIME = 100;

	private final Dialect dialect;

	private final Scratch scratch;

	ScratchForms(Dialect dialect, Scratch scratch) {
		this.dialect = dialect;
		this.scratch = scratch;
	}

	/**
	 * Tables as the database prints them.
	 * @param tables the tables
	 * @param schema the schema that they are of, with the types that they use
	 * @return the tables with the same parts, by name; one that cannot be made is as it
	 * was
	 * @throws SQLException if the database fails
	 */
	Map<QualifiedName, Table> print(List<Table> tables, Schema schema) throws SQLException {
		Map<QualifiedName, Table> printed = new HashMap<>();
		List<Table> batch = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (Table table : tables) {
			if (batch.size() == TABLES_AT_A_TIME || names.contains(table.name().name())) {
				printed.putAll(printTogether(batch, schema));
				batch.clear();
				names.clear();
			}
			batch.add(table);
			names.add(table.name().name());
		}
		printed.putAll(printTogether(batch, schema));
		return printed;
	}

	private Map<QualifiedName, Table> printTogether(List<Table> tables, Schema schema) throws SQLException {
		try {
			return create(tables, schema);
		}
		catch (SQLException | UnsupportedOperationException | IllegalArgumentException ex) {
			if (ex instanceof SQLException failure && this.dialect.isInterruption(failure)) {
				throw failure;
			}
			this.scratch.clear();
			Map<QualifiedName, Table> printed = new HashMap<>();
			if (tables.size() == 1) {
				Table table = tables.get(0);
				logger.warn("%s is compared as it is written, since it cannot be made for comparison: %s"
					.formatted(table.name(), ex.getMessage()));
				return Map.of(table.name(), table);
			}
			for (Table table : tables) {
				printed.putAll(printTogether(List.of(table), schema));
			}
			return printed;
		}
	}

	private Map<QualifiedName, Table> create(List<Table> tables, Schema schema) throws SQLException {
		make(tables, schema);
		Schema made = this.scratch.reflect();
		this.scratch.clear();
		Map<QualifiedName, Table> printed = new HashMap<>();
		for (Table table : tables) {
			made.table(local(table.name())).ifPresent((other) -> printed.put(table.name(), merge(table, other)));
		}
		return printed;
	}

	/**
	 * Make tables in the scratch, with the types that they use.
	 * @param tables the tables
	 * @param schema the schema that they are of
	 * @throws SQLException if the database refuses one
	 */
	void make(List<Table> tables, Schema schema) throws SQLException {
		List<Operation> operations = new ArrayList<>();
		schema.objects(EnumType.class).forEach((type) -> operations.add(new CreateEnumType(local(type))));
		StructOrder.of(schema.objects(StructType.class))
			.forEach((type) -> operations.add(new CreateStructType(local(type))));
		if (tables.stream().anyMatch(ScratchForms::countsBySequence)) {
			schema.objects(Sequence.class)
				.forEach((sequence) -> operations.add(new CreateSequence(
						new Sequence(local(sequence.name()), sequence.type(), sequence.options(), null, null))));
		}
		tables.forEach((table) -> operations.add(new CreateTable(reduced(table), false)));
		StringBuilder script = new StringBuilder();
		for (Operation operation : operations) {
			for (SqlStatement statement : this.dialect.renderer().render(operation)) {
				script.append(statement.text()).append(";\n");
			}
		}
		execute(this.scratch.connection(), script.toString());
	}

	private void execute(Connection connection, String script) throws SQLException {
		for (SqlStatement statement : this.dialect.lexer().split(script, 1)) {
			this.dialect.execute(connection, statement);
		}
	}

	private static boolean countsBySequence(Table table) {
		return table.columns()
			.stream()
			.map((column) -> Optional.ofNullable(column.defaultExpression()).orElse("").toLowerCase(Locale.ROOT))
			.anyMatch((expression) -> expression.contains("nextval") || expression.contains("next value"));
	}

	private static EnumType local(EnumType type) {
		return type.renamed(ScratchForms::local);
	}

	private static StructType local(StructType type) {
		return type.renamed(ScratchForms::local);
	}

	private static QualifiedName local(QualifiedName name) {
		return new QualifiedName(null, name.name());
	}

	/**
	 * What is printed in another way than it is written: columns, checks and indexes of
	 * expressions. These have names by which they are found again.
	 */
	private static Table reduced(Table table) {
		List<Constraint> checks = new ArrayList<>();
		for (int i = 0; i < table.constraints().size(); i++) {
			if (table.constraints().get(i) instanceof CheckConstraint check) {
				checks.add(new CheckConstraint(name(table, "check", i), check.condition(), check.noInherit(), false));
			}
		}
		List<Index> indexes = new ArrayList<>();
		for (int i = 0; i < table.indexes().size(); i++) {
			Index index = table.indexes().get(i);
			if (isPrinted(index)) {
				indexes.add(new Index(name(table, "index", i), index.elements(), index.unique(), index.where(),
						index.method(), index.include(), index.nullsNotDistinct(), index.storage()));
			}
		}
		return new Table(table.name(), table.columns().stream().map(ScratchForms::withoutComment).toList(), checks,
				indexes, null)
			.renamed(ScratchForms::local);
	}

	private static String name(Table table, String kind, int place) {
		return "scratch_" + Integer.toHexString(table.name().hashCode()) + "_" + kind + "_" + place;
	}

	private static boolean isPrinted(Index index) {
		return index.where() != null || index.elements().stream().anyMatch(IndexElement::expression);
	}

	private static Column withoutComment(Column column) {
		return new Column(column.name(), column.type(), column.nullable(), column.defaultExpression(),
				column.identity(), column.generated(), column.collation(), null);
	}

	private static Table merge(Table table, Table made) {
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> made.column(column.name()).map((printed) -> withComment(printed, column)).orElse(column))
			.toList();
		List<Constraint> constraints = new ArrayList<>();
		for (int i = 0; i < table.constraints().size(); i++) {
			Constraint constraint = table.constraints().get(i);
			String name = name(table, "check", i);
			constraints.add(made.constraints(CheckConstraint.class)
				.stream()
				.filter((check) -> name.equals(check.name()))
				.<Constraint>map((check) -> new CheckConstraint(constraint.name(), check.condition(), check.noInherit(),
						((CheckConstraint) constraint).notValid()))
				.findFirst()
				.orElse(constraint));
		}
		List<Index> indexes = new ArrayList<>();
		for (int i = 0; i < table.indexes().size(); i++) {
			Index index = table.indexes().get(i);
			String name = name(table, "index", i);
			indexes.add(made.indexes()
				.stream()
				.filter((printed) -> printed.name().equals(name))
				.map((printed) -> new Index(index.name(), printed.elements(), printed.unique(), printed.where(),
						printed.method(), printed.include(), printed.nullsNotDistinct(), printed.storage()))
				.findFirst()
				.orElse(index));
		}
		return new Table(table.name(), columns, constraints, indexes, table.comment(), table.options());
	}

	private static Column withComment(Column printed, Column column) {
		return (column.comment() != null) ? printed.comment(column.comment()) : printed;
	}

}
