package dev.migrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.BulkInsert;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.UniqueConstraint;

/**
 * What a revision changes a database with: the {@code op} of Alembic. Operations are
 * executed one after the other as they are called, on the connection and in the
 * transaction of the revision, or written as SQL when offline.
 * <p>
 * A name of a table may be qualified as {@code schema.table}. Methods throw
 * {@link IllegalArgumentException} when what they are given cannot be an operation. Where
 * a method returns options, they must be called at once, before any other operation.
 * Operations serve the thread that calls the revision, until the revision returns: any
 * other call throws {@link IllegalStateException}.
 */
public interface Operations {

	/**
	 * Execute an operation. All other operations come through here; operations of one's
	 * own can be given to it directly.
	 * @param <O> the type of operation
	 * @param operation the operation
	 * @return a handle to refine it until the next call
	 */
	<O extends Operation> Pending<O> invoke(O operation);

	/**
	 * Statements of one's own, on the revision's connection and in its transaction. What
	 * was called before is executed before.
	 * @return a client
	 * @throws RuntimeException if the revision is being written as SQL: ask
	 * {@link #isOffline()} before
	 */
	JdbcClient jdbc();

	/**
	 * Questions about the schema as it is now.
	 * @return an inspector
	 * @throws RuntimeException if the revision is being written as SQL: ask
	 * {@link #isOffline()} before, or use a declarative guard as {@code ifNotExists()}
	 */
	Inspector inspect();

	/**
	 * Whether the revision is being written as SQL instead of executed.
	 * @return whether there is no database
	 */
	boolean isOffline();

	/**
	 * Create a table.
	 * @param table the name
	 * @param elements its columns and constraints
	 * @return options
	 */
	default CreateTableOptions createTable(String table, TableElement... elements) {
		return new CreateTableOptions(
				invoke(new CreateTable(Table.of(QualifiedName.parse(table), Arrays.asList(elements)), false)));
	}

	/**
	 * Drop a table.
	 * @param table the name
	 * @return options
	 */
	default DropTableOptions dropTable(String table) {
		return new DropTableOptions(invoke(new DropTable(QualifiedName.parse(table), false, false, null)));
	}

	/**
	 * Give a table another name.
	 * @param table the name
	 * @param newName the new name, without schema
	 */
	default void renameTable(String table, String newName) {
		invoke(new RenameTable(QualifiedName.parse(table), newName));
	}

	/**
	 * Add a column.
	 * @param table the table
	 * @param column the column
	 * @return options
	 */
	default AddColumnOptions addColumn(String table, Column column) {
		return new AddColumnOptions(invoke(new AddColumn(QualifiedName.parse(table), column, false)));
	}

	/**
	 * Drop a column and the data in it.
	 * @param table the table
	 * @param column the column
	 * @return options
	 */
	default DropColumnOptions dropColumn(String table, String column) {
		return new DropColumnOptions(invoke(new DropColumn(QualifiedName.parse(table), column, false, null)));
	}

	/**
	 * Change a column.
	 * @param table the table
	 * @param column the column
	 * @return what to change of it
	 */
	default AlterColumnOptions alterColumn(String table, String column) {
		return new AlterColumnOptions(invoke(new AlterColumn(QualifiedName.parse(table), column)));
	}

	/**
	 * Give a column another name.
	 * @param table the table
	 * @param column the column
	 * @param newName the new name
	 */
	default void renameColumn(String table, String column, String newName) {
		alterColumn(table, column).rename(newName);
	}

	/**
	 * Create an index.
	 * @param index the name
	 * @param table the table
	 * @param columns the columns, at least one
	 * @return options
	 */
	default CreateIndexOptions createIndex(String index, String table, String... columns) {
		return new CreateIndexOptions(invoke(
				new CreateIndex(QualifiedName.parse(table), new Index(index, List.of(columns), false, null), false)));
	}

	/**
	 * Drop an index.
	 * @param index the name, qualified like the table's
	 * @return options
	 */
	default DropIndexOptions dropIndex(String index) {
		return new DropIndexOptions(invoke(new DropIndex(QualifiedName.parse(index), false, null, null)));
	}

	/**
	 * Create a primary key.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the table
	 * @param columns the columns, at least one
	 */
	default void createPrimaryKey(@Nullable String name, String table, String... columns) {
		invoke(new AddConstraint(QualifiedName.parse(table), new PrimaryKey(name, List.of(columns))));
	}

	/**
	 * Create a unique constraint.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the table
	 * @param columns the columns, at least one
	 */
	default void createUniqueConstraint(@Nullable String name, String table, String... columns) {
		invoke(new AddConstraint(QualifiedName.parse(table), new UniqueConstraint(name, List.of(columns))));
	}

	/**
	 * Create a foreign key.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the referencing table
	 * @param referencedTable the referenced table
	 * @param columns the referencing columns, at least one
	 * @param referencedColumns the referenced columns, as many
	 * @return options
	 */
	default ForeignKeyOptions createForeignKey(@Nullable String name, String table, String referencedTable,
			List<String> columns, List<String> referencedColumns) {
		return new ForeignKeyOptions(invoke(new AddConstraint(QualifiedName.parse(table),
				new ForeignKey(name, columns, QualifiedName.parse(referencedTable), referencedColumns,
						ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION))));
	}

	/**
	 * Create a check constraint.
	 * @param name the name, or {@code null} if the database shall choose one
	 * @param table the table
	 * @param condition the condition in SQL
	 */
	default void createCheckConstraint(@Nullable String name, String table, String condition) {
		invoke(new AddConstraint(QualifiedName.parse(table), new CheckConstraint(name, condition)));
	}

	/**
	 * Drop a constraint.
	 * @param name the constraint
	 * @param table the table
	 * @return options
	 */
	default DropConstraintOptions dropConstraint(String name, String table) {
		return new DropConstraintOptions(invoke(new DropConstraint(QualifiedName.parse(table), name, false, null)));
	}

	/**
	 * Execute SQL as it is: one or more statements.
	 * @param sql the SQL
	 */
	default void execute(String sql) {
		invoke(new Execute(sql, List.of()));
	}

	/**
	 * Execute a statement with parameters.
	 * @param sql one statement with {@code ?} for each parameter
	 * @param parameters the values
	 */
	default void execute(String sql, @Nullable Object... parameters) {
		invoke(new Execute(sql, Arrays.asList(parameters)));
	}

	/**
	 * Insert rows.
	 * @param table the table
	 * @param rows the rows, from column to value; a column that a row leaves out is
	 * {@code NULL} in it
	 */
	default void bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
		if (rows.isEmpty()) {
			return;
		}
		// Sorted: a map need not have an order, and the checksum must not depend on
		// chance
		Set<String> columns = new TreeSet<>();
		rows.forEach((row) -> columns.addAll(row.keySet()));
		List<List<@Nullable Object>> values = new ArrayList<>();
		for (Map<String, ? extends @Nullable Object> row : rows) {
			List<@Nullable Object> line = new ArrayList<>();
			columns.forEach((column) -> line.add(row.get(column)));
			values.add(line);
		}
		invoke(new BulkInsert(QualifiedName.parse(table), List.copyOf(columns), values));
	}

}
