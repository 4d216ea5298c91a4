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
	 * @return the statements, in order
	 * @throws UnsupportedOperationException if the product cannot do it; the message
	 * names operation and product
	 * @throws IllegalArgumentException if a part of the operation cannot be written
	 */
	List<SqlStatement> render(Operation operation);

}
