package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * Turns operations into a product's SQL: the same for a connection and for a script.
 */
@FunctionalInterface
public interface OperationRenderer {

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @param tables tells how tables are defined, for a product that must know it to
	 * change them
	 * @return the statements, in order
	 * @throws UnsupportedOperationException if the product cannot do it, or not without a
	 * database; the message names operation and product
	 * @throws IllegalArgumentException if a part of the operation cannot be written
	 */
	List<SqlStatement> render(Operation operation, TableSource tables);

	/**
	 * Render an operation without a database.
	 * @param operation the operation
	 * @return the statements, in order
	 * @throws UnsupportedOperationException if the product cannot do it, or not without a
	 * database; the message names operation and product
	 * @throws IllegalArgumentException if a part of the operation cannot be written
	 */
	default List<SqlStatement> render(Operation operation) {
		return render(operation, TableSource.OFFLINE);
	}

}
