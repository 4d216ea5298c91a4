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

}
