package dev.migrate;

import java.util.function.UnaryOperator;

import dev.migrate.operation.Operation;

/**
 * An operation that was asked for and can still be refined: it is executed when the
 * revision makes its next call, or ends.
 *
 * @param <O> the type of operation
 */
@FunctionalInterface
public interface Pending<O extends Operation> {

	/**
	 * Refine the operation.
	 * @param change makes the refined operation from the present one
	 * @throws IllegalStateException if it has already been executed
	 */
	void amend(UnaryOperator<O> change);

}
