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
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.BulkInsert;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Execute;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetComment;
import dev.migrate.schema.Column;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;

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
public interface Operations extends ConstraintOperations, TypeOperations, SequenceOperations, ViewOperations {

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
	 * Perform operations outside the transaction: what was done before is committed, each
	 * statement of the block is committed by itself, and a new transaction begins behind
	 * it. What {@code CREATE INDEX CONCURRENTLY} and new values of enumerated types need.
	 * A block inside of a block is a part of it. If an operation of the block fails, what
	 * was committed stays, and the error lists it.
	 * @param block what to perform
	 */
	void autocommit(Runnable block);

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
	 * Create an index with all that it can say.
	 * @param table the table
	 * @param index the index
	 * @return options
	 */
	default CreateIndexOptions createIndex(String table, Index index) {
		return new CreateIndexOptions(invoke(new CreateIndex(QualifiedName.parse(table), index, false)));
	}

	/**
	 * Create an index of columns and expressions.
	 * @param index the name
	 * @param table the table
	 * @param elements what it sorts by, at least one
	 * @return options
	 */
	default CreateIndexOptions createIndex(String index, String table, IndexElement... elements) {
		return new CreateIndexOptions(
				invoke(new CreateIndex(QualifiedName.parse(table), Index.index(index, elements), false)));
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
	 * Give an index another name.
	 * @param index the name, qualified like the table's
	 * @param newName the new name, without schema
	 */
	default void renameIndex(String index, String newName) {
		invoke(new RenameIndex(QualifiedName.parse(index), newName));
	}

	/**
	 * Set the comment of a table.
	 * @param table the table
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnTable(String table, @Nullable String comment) {
		invoke(new SetComment(QualifiedName.parse(table), null, comment, null));
	}

	/**
	 * Set the comment of a column.
	 * @param table the table
	 * @param column the column
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnColumn(String table, String column, @Nullable String comment) {
		invoke(new SetComment(QualifiedName.parse(table), column, comment, null));
	}

	/**
	 * Create a schema.
	 * @param schema the name
	 */
	default void createSchema(String schema) {
		invoke(new CreateSchema(schema, false));
	}

	/**
	 * Drop a schema that is empty.
	 * @param schema the name
	 */
	default void dropSchema(String schema) {
		invoke(new DropSchema(schema, false, false));
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
