package dev.migrate.dialect;

import dev.migrate.schema.ColumnType;

/**
 * A product's names of column types, both ways.
 */
public interface TypeNames {

	/**
	 * Write a type.
	 * @param type the type
	 * @return the type in SQL
	 */
	String write(ColumnType type);

	/**
	 * Read a type as the catalog prints it.
	 * @param text the type
	 * @return the neutral type where there is one, else the text as it is
	 */
	ColumnType parse(String text);

	/**
	 * Read a type as it stands in a statement, under any of its names.
	 * @param sql the type
	 * @return what the catalog prints of it, read
	 */
	default ColumnType read(String sql) {
		return parse(sql);
	}

}
