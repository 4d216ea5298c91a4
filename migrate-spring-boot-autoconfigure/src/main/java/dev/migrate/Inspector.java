package dev.migrate;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;

/**
 * The schema as the database has it at the moment of each call: for revisions that depend
 * on what they find. A table is named as in {@link Operations}; without a schema it is
 * looked for in the one that the connection works in. Methods that ask about a table
 * throw {@link IllegalArgumentException} if there is none, but for {@link #hasTable} and
 * {@link #hasColumn}.
 */
public interface Inspector {

	/**
	 * The names of the tables in the schema that the connection works in.
	 * @return the names, sorted
	 */
	List<String> tables();

	/**
	 * Whether there is such a table.
	 * @param table the table
	 * @return whether it exists
	 */
	boolean hasTable(String table);

	/**
	 * Whether there is such a column.
	 * @param table the table
	 * @param column the column
	 * @return whether both exist
	 */
	boolean hasColumn(String table, String column);

	/**
	 * The columns of a table.
	 * @param table the table
	 * @return its columns, in order
	 */
	List<Column> columns(String table);

	/**
	 * The primary key of a table.
	 * @param table the table
	 * @return its primary key, if it has one
	 */
	Optional<PrimaryKey> primaryKey(String table);

	/**
	 * The indexes of a table, other than those of its constraints.
	 * @param table the table
	 * @return its indexes
	 */
	List<Index> indexes(String table);

	/**
	 * The foreign keys of a table.
	 * @param table the table
	 * @return its foreign keys
	 */
	List<ForeignKey> foreignKeys(String table);

	/**
	 * The unique constraints of a table.
	 * @param table the table
	 * @return its unique constraints
	 */
	List<UniqueConstraint> uniqueConstraints(String table);

	/**
	 * The check constraints of a table.
	 * @param table the table
	 * @return its check constraints
	 */
	List<CheckConstraint> checks(String table);

	/**
	 * The exclusion constraints of a table.
	 * @param table the table
	 * @return its exclusion constraints
	 */
	List<ExclusionConstraint> exclusions(String table);

	/**
	 * The sequences in the schema that the connection works in, without those of identity
	 * columns.
	 * @return the sequences, by name
	 */
	List<Sequence> sequences();

	/**
	 * The enumerated types in the schema that the connection works in.
	 * @return the types, by name
	 */
	List<EnumType> enums();

	/**
	 * The views in the schema that the connection works in.
	 * @return the views, each behind those that it uses
	 */
	List<View> views();

	/**
	 * All objects of a schema.
	 * @param schema the schema, or {@code null} for the one that the connection works in
	 * @return its objects, their names qualified if {@code schema} is given
	 */
	Schema schema(@Nullable String schema);

}
